import PlanModel
import PlanSource

/// Reads a file of `segments/`: what the accounts of one cluster share.
public enum SegmentReader {
  private static let keys = ["segment", "owner", "marketing"]
  private static let sections: Set<SectionKind> = [.brief, .plays]

  public static func read(
    _ source: SourceFile, in program: Program
  ) -> (segment: Segment?, findings: [Finding]) {
    let (file, findings) = OpenFile.open(source, in: program)
    guard let file else { return (nil, findings) }
    let (binder, document) = (file.binder, file.document)
    let map = YamlMap(
      CutTexts.mended(file.root, binder), knowing: keys, allowsOwn: true, binder, path: "",
      readsGuesses: true)
    let name = binder.text(map.required("segment", example: "Regional banks", file.opening))
    var segment = name.map { Segment(path: source.path, opening: file.opening, name: $0) }
    segment?.owner = binder.person(map["owner"])
    segment?.marketing = binder.person(map["marketing"])
    let text = SectionBinder(document, binder)
    segment?.brief = text.brief
    // Whom a play is for stands in the plans.
    binder.knowsContacts = false
    segment?.plays = text.plays
    for section in document.sections {
      if let kind = section.kind, !sections.contains(kind), !section.isDuplicate {
        binder.report(MisnamedSection.notOfSegment(kind, at: section.heading))
      }
    }
    segment?.relativeLinks = LinkWalk.check(document, binder)
    PlaceholderWalk.check(document, nil, binder)
    segment?.suspicions = SuspicionWalk.find(in: source.bytes)
    segment?.text = document.text
    return (segment, file.findings)
  }

  /// The later of two segments of one name is reported; plans go by the first.
  public static func duplicates(_ segments: Segments) -> [Finding] {
    segments.all.compactMap { segment in
      guard let first = segments[segment.name.value], first.path != segment.path else { return nil }
      var finding = DuplicateKey.segment(
        segment.name.value, at: segment.name.span,
        first: Place(path: first.path, span: first.name.span))
      finding.path = segment.path
      return finding
    }
  }
}
