import CMark
import Foundation

/// Reading cmark's tree.
enum MarkdownTree {
    /// Calls `visit` for each node from top to bottom: nodes that hold others when they begin (`isEntering`) and again
    /// when they end, the others once. No recursion: a message nested ten thousand deep needs no stack.
    static func walk(_ document: OpaquePointer, _ visit: (_ node: OpaquePointer, _ isEntering: Bool) -> Void) {
        let iterator = cmark_iter_new(document)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
            visit(node, event == CMARK_EVENT_ENTER)
        }
    }

    /// The text of a node that has one.
    static func literal(_ node: OpaquePointer) -> [UInt8] {
        bytes(cmark_node_get_literal(node))
    }

    /// Where a link or an image points to, entities and escapes already read.
    static func address(_ node: OpaquePointer) -> [UInt8] {
        bytes(cmark_node_get_url(node))
    }

    private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
        guard let text else { return [] }
        return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }
}
