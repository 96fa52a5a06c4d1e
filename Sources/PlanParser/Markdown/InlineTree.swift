import CCmarkGFM
import PlanModel

/// Turns cmark's inline nodes into ours.
enum InlineTree {
  typealias Node = OpaquePointer
  /// Deeper emphasis becomes plain text.
  private static let maximumDepth = 100

  static func inlines(below parent: Node, depth: Int = 0) -> [Inline] {
    var inlines: [Inline] = []
    var next = cmark_node_first_child(parent)
    while let node = next {
      inlines.append(inline(node, depth))
      next = cmark_node_next(node)
    }
    return inlines
  }

  private static func inline(_ node: Node, _ depth: Int) -> Inline {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: return .text(text(cmark_node_get_literal(node)))
    case CMARK_NODE_CODE: return .code(text(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE: return .html(text(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    default: break
    }
    guard depth < maximumDepth else { return .text(plainText(of: node)) }
    let inner = inlines(below: node, depth: depth + 1)
    switch cmark_node_get_type(node) {
    case CMARK_NODE_EMPH: return .emphasis(inner)
    case CMARK_NODE_STRONG: return .strong(inner)
    case CMARK_NODE_LINK:
      return .link(
        url: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node)), inner)
    case CMARK_NODE_IMAGE:
      return .image(
        url: text(cmark_node_get_url(node)), title: text(cmark_node_get_title(node)), inner)
    default: return .strikethrough(inner)
    }
  }

  /// The text below a node, walked without recursion.
  private static func plainText(of root: Node) -> String {
    var result = ""
    guard let walk = cmark_iter_new(root) else { return result }
    defer { cmark_iter_free(walk) }
    while true {
      let event = cmark_iter_next(walk)
      if event == CMARK_EVENT_DONE { return result }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(walk) else { continue }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
        result += text(cmark_node_get_literal(node))
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: result += " "
      default: continue
      }
    }
  }

  static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }

  static func isType(_ node: Node, _ name: String) -> Bool {
    cmark_node_get_type_string(node).map { String(cString: $0) == name } ?? false
  }
}
