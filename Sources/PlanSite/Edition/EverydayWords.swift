/// Words that stand in any English text and that companies and people are called by as well: `target`, `will`.
///
/// Written in small letters such a word is taken for itself, never for a name.
enum EverydayWords {
  /// - Parameter word: As `NameBook.fold` makes it.
  static func contains(_ word: String) -> Bool { words.contains(word) }

  private static let words = Set(
    """
    a able about above access account accounts across act action active add after again age agree
    ahead aim air all allow almost alone along already also always am ambition amount an anchor
    and annual another answer any anyone anything apart apple april are area around art arts as
    ask asset assets at august available average away back bad balance ban bank banner bar base
    basic battle bay be bear because become been before begin behind being bell below bench best
    better between beyond big bill bird black block blue board body bold bolt bond bonus book boot
    boots border both bottom box brand brave bread break bridge bright bring broad brown budget
    build building built bull burn business busy but buy by call camp can canvas capital car card
    care carry case cash cast castle catch cause center central centre certain chain champion
    chance change channel charge chart chase check chief choice choose circle citizen city claim
    clear client close cloud club coach coast coat code cold come comes coming common company
    compass complete concern confirm connect contact content contract control cook cool core
    corner cost could count country course cover craft cream create cross crown current customer
    cut daily dark data date dawn day days deal dean dear decide deep delay delivery delta demand
    depot depth design detail did digital direct discover do does done door doubt down draft drew
    drive drop due during duty each early earth ease east easy edge effort element empire end
    energy engine enough enter entire entry equal equity even event ever every everyone exact
    example exchange expert express extra eye face fact fair faith fall family far farm fast
    father feature feel few field fifth figure file final finance find fine finish fire firm first
    fish fit five fix flag flash flat fleet flex flow focus food for force ford forest form forum
    forward found four fox frame frank free fresh friend from front fuel full fund further future
    gain gap garden gas gate general get give glass global go goal goals gold golden good grab
    grace grand grant graph gray great green grid ground group grow growth guard guest guide guy
    had half hall hand harbor hard harmony has have he head health hear heart heat held help her
    here high hill him his hold home honest hope horizon host hot hour house how hub human hunt i
    ice idea if image impact in index industry inform inside insight into iron is island issue it
    item its jack january job join journey joy july jump june just keep key kind king know lab
    lake land large last late later launch law lead leader leaf lean learn leave left legal less
    let level life light like limit line link list little live load loan local lock logic long
    look loop lot love low loyal lunch made magic mail main major make mark market marks mass
    master match material matter max may me mean measure media meet meeting member memory merge
    metal meter method metro micro mid middle might mile milestone mill mind mine minute mirror
    miss mission mobile mode model modern moment money month moon more morning most mother motion
    mount mountain move much must my name narrow nation national native nature near need net
    network never new news next nice night nine no noble none nor normal north not note nothing
    notion novel november now number oak object objective objectives ocean of off offer office
    often oil old olive on once one online only open opera operation option or orange order origin
    other our out outcome outlook over own owner oxygen pace pack page paint pair panel paper
    parent park part partner parts party pass past patch path patient pattern pay peak people
    perfect perhaps period person phase phone pick picture piece pike pilot pine pink pioneer
    place plain plan planet plans plant plate platform play plays plenty plus point pole pool poor
    port portal position possible post power practice premier present press pretty price prime
    print prior private process product program progress project promise proof proper public pulse
    pure purple purpose push put quality quarter quest question quick quiet quite race radar rail
    rain range rapid rate raw ray reach read ready real reason record red reduce reed region
    regular relay release remain report request rest result return review reviews rice rich ride
    right ring rise risk risks river road rock role roll room root rose round route row royal rule
    run safe said sail sale sales same sand save say scale school scope score sea seal search
    season second section secure see seed segment sell senior sense series serve service set seven
    shall shape share sharp she shell shield shift ship shop short should show side sign signal
    silver simple since single site six size sky slack slate sleep slow small smart snap snow so
    social soft solid solution some someone something song soon sort sound source south space
    spark special speed spend spirit splash spot spring square staff stage stand standard star
    start state station stay steel step still stock stone stop store storm story strategic stream
    street strong studio style success such summer summit sun super supply support sure surface
    swift switch system table take target targets task tasks team technology tell ten term terms
    test than that the their them then there these they thing things think third this those three
    through tide tier tiger time to today together told too took tool top total touch toward tower
    town track trade train transfer travel tree trend trial true trust try turn twin two type
    under union unique unit united unity until up update upon us use used user value vast very via
    view village vision vital voice volume wait walk wall want war ward warm was water wave way we
    web week well went were west what wheat wheel when where which while white who whole whose why
    wide will win wind window winter wire wise wish with within without wolf wonder wood word work
    works world worth would write year years yellow yes yet you young your zero zone zoom
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
