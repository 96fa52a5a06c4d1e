/// A titled section: what it finds, below it the picture or the text that shows it.
struct SectionBlock {
  /// Its anchor.
  let id: String
  /// The finding, as a sentence.
  let title: String
  /// What is drawn, and how.
  var note = ""
  /// Classes of the grid.
  var style = ""
  let body: HTML
  /// What the plan lacks, so that there is nothing to show: `an action plan`; empty where there is.
  var lacks = ""

  var html: HTML {
    let note: HTML = note.isEmpty ? "" : "<p class=\"sub\">\(note)</p>\n"
    return """
      <section class="sec \(style)" id="\(id)"><h2 class="h">\(title)</h2>
      \(note)\(body)
      </section>

      """
  }
}
