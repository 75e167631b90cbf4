import Testing

@Suite("The sizes of the sources")
struct SizesTests {
    @Test("No file has more than three hundred lines, of the tests neither")
    func files() throws {
        let files =
            try SourceTree.files(in: "Sources", "swift") + SourceTree.files(in: "Public", "js", "css")
            + SourceTree.files(in: "Tests", "swift", "py")
        #expect(files.filter { $0.lines.count > 301 }.map(\.path) == [])
    }

    @Test("No function has more than forty lines, in Swift or in a script")
    func functions() throws {
        let swift = try SourceTree.files(in: "Sources", "swift").flatMap(FunctionBody.swift)
        let scripts = try SourceTree.files(in: "Public/js", "js").flatMap(FunctionBody.script)
        #expect((swift + scripts).filter { $0.lines > 40 }.map(\.place) == [])
        #expect(swift.count > 2000 && scripts.count > 100, "the test finds too few functions to say anything")
    }

    @Test("Handlers call one verb: half of them in six lines at most, none in more than 25")
    func handlers() throws {
        let handlers = try SourceTree.files(in: "Sources/Web", "swift").flatMap(FunctionBody.swift)
            .filter(\.isHandler).sorted { $0.lines < $1.lines }
        #expect(handlers.filter { $0.lines > 25 }.map(\.place) == [])
        let median = try #require(handlers.dropFirst(handlers.count / 2).first)
        #expect(median.lines < 7)
        #expect(handlers.count > 100)
    }

    @Test("Are measured as they are written: a short signature, a long one, a method, a function without a name")
    func measuring() {
        let swift = SourceTree.File(
            path: "x.swift",
            text: """
                    @Sendable func show(_ request: Request) -> Response {
                        one
                    }

                    private static func long(
                        _ name: String
                    ) -> Int {
                        if one {
                            two
                        }
                        three
                    }
                    func short() -> Int { 1 }
                """)
        #expect(FunctionBody.swift(in: swift).map(\.lines) == [1, 4])
        #expect(FunctionBody.swift(in: swift).map(\.isHandler) == [true, false])
        let script = SourceTree.File(
            path: "x.js",
            text: """
                export function attach(box) {
                  if (box) {
                    box.addEventListener("click", (event) => {
                      event.preventDefault();
                    });
                  }
                }
                class Box {
                  get #name() {
                    return 1;
                  }
                }
                """)
        #expect(FunctionBody.script(in: script).map(\.lines) == [5, 1, 1])
    }
}
