extension ProperFacts {
  /// Words that any brief may share with any company, whether they are written with a capital or not.
  static let general: Set<String> = [
    "a", "account", "agile", "ai", "all", "also", "an", "and", "any", "are", "as", "at", "be",
    "become", "been", "being", "best", "better", "big", "board", "brand", "budget", "business",
    "but", "by", "can", "capital", "cash", "ceo", "cfo", "change", "cio", "class", "cloud",
    "company", "competition", "competitor", "control", "corporate", "cost", "costs", "could",
    "culture", "customer", "customers", "data", "deal", "deals", "decision", "delivery", "demand",
    "department", "did", "digital", "do", "does", "each", "efficiency", "efficient", "employee",
    "employees", "energy", "enterprise", "every", "excellence", "expand", "expansion", "experience",
    "finance", "for", "from", "future", "get", "give", "goal", "goals", "group", "grow", "growing",
    "growth", "had", "has", "have", "he", "head", "help", "helps", "her", "here", "him", "his",
    "house", "how", "human", "i", "if", "improve", "improvement", "in", "increase", "industrial",
    "industry", "information", "initiative", "innovate", "innovation", "international", "internet",
    "into", "invest", "investment", "is", "it", "its", "key", "lead", "leader", "leadership",
    "leading", "learning", "logistics", "machine", "make", "management", "manager", "many",
    "market", "markets", "may", "modern", "money", "more", "most", "much", "must", "my", "need",
    "needs", "new", "no", "not", "now", "of", "office", "on", "one", "only", "operational",
    "operations", "opportunity", "or", "organisation", "organization", "our", "owner", "owners",
    "partner", "partners", "partnership", "people", "performance", "person", "plan", "plans",
    "platform", "point", "potential", "power", "president", "priorities", "priority", "problem",
    "problems", "process", "processes", "producer", "product", "production", "products", "profit",
    "profitability", "profitable", "program", "programme", "progress", "project", "projects",
    "provider", "purpose", "quality", "reduce", "research", "resilience", "resources", "revenue",
    "risk", "risks", "roadmap", "sales", "save", "saving", "savings", "sector", "security",
    "service", "services", "shareholder", "shareholders", "she", "should", "smart", "so",
    "software", "solution", "solutions", "some", "speed", "stakeholder", "stakeholders",
    "strategic", "strategy", "success", "supplier", "suppliers", "supply", "sustainability",
    "sustainable", "synergies", "synergy", "system", "systems", "talent", "target", "targets",
    "team", "teams", "tech", "technology", "that", "the", "their", "them", "there", "these", "they",
    "things", "this", "those", "three", "through", "time", "to", "tools", "top", "transformation",
    "trust", "two", "up", "us", "value", "values", "vision", "want", "wants", "was", "way", "we",
    "were", "what", "when", "where", "which", "while", "who", "why", "will", "with", "without",
    "work", "workforce", "world", "would", "year", "years", "you", "your",
  ]

  /// What not every company has or meets, and numbers in words that nobody writes without counting.
  static let events: Set<String> = [
    "arson", "bankrupt", "bankruptcy", "breach", "depot", "depots", "dozen", "dozens", "eighty",
    "eleven", "embargo", "fifteen", "fifty", "fined", "flood", "flooded", "flooding", "forty",
    "foundry", "harbour", "insolvency", "insolvent", "lawsuit", "lawsuits", "layoffs", "merger",
    "ninety", "outage", "overdraft", "quarry", "recall", "refinery", "scrapyard", "scrapyards",
    "seventy", "sixteen", "sixty", "smelter", "strike", "strikes", "takeover", "tariff", "tariffs",
    "thirteen", "thirty", "twelve", "twenty", "union", "warehouse", "warehouses", "yard", "yards",
  ]
}
