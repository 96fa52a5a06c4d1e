import CArena
import CCmarkGFM
import Synchronization

/// The extensions of cmark-gfm, made safe for parsing on several threads.
///
/// `autolink` and `strikethrough` enter their special characters into a table of the process when a document begins and
/// take them out when it ends; documents parsed at the same time then differ from run to run. So `autolink`'s are
/// entered once and for good, and its list is emptied, so that nobody removes them. `strikethrough`'s list cannot be
/// emptied (the parser would loop): it is attached only to documents that hold a `~`, and those are parsed one at a
/// time.
///
/// `@unchecked Sendable`: the pointers lead to extensions that live as long as the process and are only read after
/// `shared` was made.
struct CmarkExtensions: @unchecked Sendable {
  static let shared = CmarkExtensions()

  private let always: [OpaquePointer]
  private let strikethrough: OpaquePointer?
  private static let tildes = Mutex(())
  /// Nodes keep the address.
  private let memory: UnsafeMutablePointer<cmark_mem>

  private init() {
    memory = .allocate(capacity: 1)
    memory.initialize(
      to: cmark_mem(
        calloc: planc_arena_calloc, realloc: planc_arena_realloc, free: planc_arena_free))
    cmark_gfm_core_extensions_ensure_registered()
    let autolink = cmark_find_syntax_extension("autolink")
    if let autolink, let keeper = cmark_parser_new(CMARK_OPT_DEFAULT) {
      // The parser lives on: it owns what was entered.
      cmark_parser_attach_syntax_extension(keeper, autolink)
      cmark_manage_extensions_special_characters(keeper, 1)
      cmark_syntax_extension_set_special_inline_chars(autolink, nil)
    }
    always = [
      autolink, cmark_find_syntax_extension("table"), cmark_find_syntax_extension("tasklist"),
    ]
    .compactMap { $0 }
    strikethrough = cmark_find_syntax_extension("strikethrough")
  }

  /// Parses Markdown and hands the document's root to `body`; frees it afterwards.
  func withDocument<Result>(
    of bytes: UnsafeBufferPointer<UInt8>, _ body: (OpaquePointer) -> Result
  ) -> Result? {
    // Parser and tree lie in the thread's arena and go with it; nothing of them is freed one by one.
    defer { planc_arena_reset() }
    let hasTilde = bytes.contains(UInt8(ascii: "~"))
    let root =
      hasTilde
      ? Self.tildes.withLock { _ in Root(parse(bytes, withTilde: true)) }
      : Root(parse(bytes, withTilde: false))
    guard let node = root.node else { return nil }
    return body(node)
  }

  /// Carries a pointer out of the lock. `@unchecked Sendable`: one thread makes, reads and frees it.
  private struct Root: @unchecked Sendable {
    let node: OpaquePointer?
    init(_ node: OpaquePointer?) { self.node = node }
  }

  private func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, withTilde: Bool
  ) -> OpaquePointer? {
    let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory)
    for one in always { cmark_parser_attach_syntax_extension(parser, one) }
    if withTilde, let strikethrough {
      cmark_parser_attach_syntax_extension(parser, strikethrough)
    }
    bytes.withMemoryRebound(to: CChar.self) {
      cmark_parser_feed(parser, $0.baseAddress, $0.count)
    }
    return cmark_parser_finish(parser)
  }
}
