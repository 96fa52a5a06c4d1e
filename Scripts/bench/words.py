"""Word lists and sentence patterns for generate.py. Changing one changes every generated program."""

from __future__ import annotations


def _split(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split(",")]


ONSETS = "Nor Bel Cas Dra El Fen Gal Hol Ista Jor Kel Lum Mar Nev Or Pel Quin Ros Sol Tar Ul Ver Wes Yar Zan".split()
CODAS = "andis avia berg dale enza field gard haven ilon iva kora land mere nova ona port quist rane sund tex".split()
INDUSTRIES = {
    "logistics": ["Logistics", "Freight", "Shipping"], "manufacturing": ["Industries", "Works", "Components"],
    "healthcare": ["Health", "Clinics", "Diagnostics"], "banking": ["Bank", "Capital", "Mutual"],
    "retail": ["Stores", "Markets", "Outfitters"], "energy": ["Energy", "Power", "Grid"],
    "insurance": ["Insurance", "Assurance"], "telecom": ["Telecom", "Networks"],
}
REGIONS = _split("emea, apac, americas, nordics, dach, latam")
BUYING_CENTERS = ["EMEA", "APAC", "Americas"]
OWN_CENTERS = _split("Group IT, Field service, Finance, Plant Leipzig, Plant Pune, Procurement, Claims, Retail bank")
OFFERINGS = ["Core", "Analytics", "Integrations"]
COMPETITORS = _split("Tessaro, Blue Ledger, Opwright, Kestrel One, Sablecraft, an in-house build")
SYSTEMS = _split("""SAP ECC, a 2014 Oracle install, three regional ServiceNow tenants, spreadsheets and a shared
    mailbox, Salesforce with forty custom objects, an AS/400 front end, Dynamics on premises, a homegrown scheduler,
    Infor LN""")
FIRST = _split("""Ann, Raj, Mia, José, Lena, Omar, Priya, Tomás, Zoë, Victor, Ingrid, Kwame, Yuki, Daniel, Farah,
    Greta, Hugo, Isla, Jonas, Karin, Luis, Maren, Noor, Olga, Pavel, Quentin, Rosa, Sven, Tara, Uwe, Wanda, Xavier,
    Bruno, Chiara, Dmitri, Esther, Felix, Gita, Henrik, Ivana""")
LAST = _split("""Lee, Iyer, Ott, Álvarez, Brandt, Haddad, Sharma, Novák, Meyer, Okafor, Lindqvist, Mensah, Tanaka,
    Reyes, Nasser, Holm, Petersen, Grant, Weber, Costa, Dubois, Rossi, Kowalski, Fischer, Andersson, Moreau, Silva,
    Singh, Chen, Park, Nguyen, Walsh, O'Brien, Murphy, Keller, Baumann, Ferrari, Sato, Kaya, Popescu, Horvat, Jensen,
    Virtanen, Ilves""")
PEOPLE_ROLES = {"ae": 62, "sdr": 13, "marketing": 8, "executive": 8, "solutions": 5, "customer-success": 4}
FUNCTIONS = {
    "Finance": ["CFO", "VP Finance", "Head of controlling"], "IT": ["CIO", "VP Engineering", "Enterprise architect"],
    "Operations": ["COO", "Head of operations", "Plant director"], "Sales": ["CRO", "VP Sales", "Head of field sales"],
    "Procurement": ["Head of procurement", "Category lead"], "Legal": ["General counsel", "Head of compliance"],
    "Service": ["VP Service", "Dispatch lead", "Service desk lead"],
}
STANCES = ["advocate", "supporter", "supporter", "neutral", "neutral", "sceptic"]
PAINS = _split("""missed windows cost penalties, close takes nine days, two systems disagree every Monday, no view
    below the region, audit findings come back each spring, technicians drive twice, forecasts are off by a fifth,
    renewals surprise the board, data is retyped by hand, every report needs a consultant, training takes a
    quarter""")
OBJECTIONS = _split("""budget is frozen until Q1, prefers one vendor, wants references in the industry, fears
    migration""")
GOALS = _split("""cut repeat visits, shorten the close, raise first-time fix, retire two legacy systems, halve
    onboarding, lift attach rate, reduce stock held, speed up claims, consolidate reporting, win back the southern
    region""")
MEASURES = _split("repeat visits, days to close, first-time fix, systems in use, weeks to productive, attach rate")
EVENTS = _split("""the new CEO's town hall, the merger with a smaller rival, the spring audit, a failed rollout last
    year, the investor day, a change of regulation, the loss of a flagship customer, the move to shared services""")
UNITS = _split("""the Nordic unit, field service, group finance, the Pune plant, customer care, the claims desk, the
    depots""")
AIMS = _split("""before the fiscal year ends, in two regions first, without adding headcount, ahead of the audit,
    within the present budget, by the second quarter, while the old contract still runs, under one programme
    office""")
BRIEF = {
    "Priorities": [
        "{account} has told investors it will {goal} {aim}; {contact} owns the number, {pct}% this year.",
        "After {event}, {unit} at {account} was asked to {goal} {aim}, with {money} set aside for it.",
        "The board wants {account} to {goal}, and {contact} reports on it every {weeks} weeks since {event}.",
        "{contact} runs a programme of {weeks} weeks in {unit} to {goal}; {account} counts it as its first priority.",
        "Two things matter at {account} in 2027: to {goal} {aim}, and to keep {unit} under {money} a year.",
    ],
    "Pain points": [
        "In {unit} {pain}, which {contact} puts at {money} a year.",
        "{pct}% of cases in {unit} are touched twice because {pain}; {event} made it visible.",
        "{contact} says that {pain}, and that {unit} has lost {weeks} weeks to it since {event}.",
        "Since {event}, {pain}; {account} has {weeks} people in {unit} who do nothing but repair it.",
        "What hurts {contact}: {pain}. What hurts {unit}: nobody can say why within {weeks} days.",
    ],
    "Current solutions": [
        "{account} runs {system} in {unit}; {competitor} holds the reporting until {year}.",
        "{system}, extended over {weeks} years, with {competitor} for {unit} at about {money}.",
        "Mostly {system}. A pilot with {competitor} in {unit} ended after {weeks} weeks without a decision.",
        "{unit} uses {system}; the rest of {account} uses {competitor}, renewed to {year} at {money}.",
    ],
    "Point of view": [
        "If {account} starts with {offering} in {unit}, {contact} can {goal} {aim}; {pct}% is a careful estimate.",
        "{offering} pays for itself in {weeks} weeks where {pain}, and {unit} is where {account} can prove it.",
        "We believe {account} cannot {goal} while {pain}; {offering} takes that away from {unit} {aim}.",
        "{contact} needs a case for {unit} that survives {event}: {offering} at {money}, {pct}% back {aim}.",
    ],
}
SHORT_BRIEF = {
    "Priorities": ["{account} must {goal} {aim}.", "{contact} is asked to {goal}, {pct}% this year.",
                   "To {goal}; {money} set aside in {unit}."],
    "Pain points": ["In {unit} {pain}: {money} a year.", "{pain}, says {contact}; {weeks} weeks lost.",
                    "{pct}% of cases in {unit} are done twice."],
    "Current solutions": ["{system} in {unit}.", "{competitor} until {year}, {money} a year.",
                          "{system}; a pilot with {competitor}."],
    "Point of view": ["{offering} lets {account} {goal} {aim}.", "Start {offering} in {unit}; {contact} saves {pct}%.",
                      "{offering} at {money} ends that {pain}."],
}
PLAYS = {
    "email": ["Benchmark note", "Follow-up with figures", "Introduction"], "call": ["Discovery call", "Price check"],
    "social": ["Comment on their post"], "meeting": ["Workshop on site", "Process walk-through", "Working session"],
    "event": ["Dinner at the fair", "Roundtable"], "executive": ["Executive call", "Board briefing"],
    "direct-mail": ["Printed benchmark"], "referral": ["Introduced by a customer"], "web": ["Demo sandbox"],
    "video": ["Recorded walk-through"], "ads": ["Display campaign"],
}
ANSWERS = _split("""agreed to a second meeting, asked for references, sent their process map, shared the budget, will
    bring IT, wants a pilot in one unit, named two more people, corrected our figures, approved the agenda""")
UNANSWERED = ["no reply", "voicemail", "no answer", "declined"]
CONTENT = ["industry-briefing", "benchmark", "case-study", "roi-model", "reference-call", "thought-leadership"]
SIGNALS = {
    "first-party": ["pricing page, four visits", "webinar attended by two", "downloaded the benchmark"],
    "third-party": ["searches for route planning", "compares vendors", "reads about consolidation"],
    "technographic": ["posted a job for a data engineer", "removed a competitor's tag"],
    "organizational": ["new COO announced", "restructuring of the regions", "opened a plant"],
    "usage": ["logins up by a third", "two units at licence limit"],
}
SOURCES = ["website", "Intentwise", "news", "job board", "product"]
RISKS = _split("""Budget moves to next year, Champion is promoted away, Incumbent renews early, Security review drags
    on, Two regions disagree, Legal insists on its own paper, Merger freezes all projects""")
MITIGATIONS = _split("""split the order in two, build a second champion, offer a bridge licence, start the
    questionnaire now, bring both regions to one table, send our paper early, keep the case below the limit""")
TASKS = _split("""Security review passed, Business case agreed, Pilot scope signed off, Data sample delivered,
    References called, Legal redlines exchanged, Board approves the business case, Rollout plan drafted, Success
    metrics agreed""")
MILESTONES = _split("Prove it, Agree on it, Sign it")
DEALS = _split("pilot, first phase, rollout, expansion, renewal and growth, regional start")
FIRST_ELEMENTS = ["metrics", "economic-buyer", "identified-pain", "champion"]
EVIDENCE = {
    "metrics": "baseline of {weeks} days, {pct}% aimed at", "economic-buyer": "{contact} signs up to {money}",
    "decision-criteria": "list from {contact}, {weeks} points", "decision-process": "board meets in week {weeks}",
    "paper-process": "their paper, legal takes {weeks} weeks", "identified-pain": "{pain}",
    "champion": "{contact} presented it to {unit}", "competition": "{competitor} in {unit}",
}
HEARD = ["told by mail", "seen in their deck", "assumed", "said in the workshop", "confirmed twice"]
NEXT_STEPS = _split("workshop with the unit, price the pilot, map the process, meet the owner, get the renewal date")
REASONS = _split("""frozen until the merger closes, policy against cloud, contract runs to 2028, no budget this
    year""")
DECISIONS = _split("""lead with the smaller unit, bring the sponsor in before the board, stop the ads, hold the price,
    ask for a second champion, move the pilot to spring, drop the renewal bundle, invest two days in the business
    case""")
