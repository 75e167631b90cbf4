import Testing

@Suite("What the product never does")
struct ForbiddenTests {
    @Test("Starts no other programs than those that read PDFs, in one place")
    func processes() throws {
        let files = try SourceTree.files(in: "Sources", "swift", "h")
        let pattern =
            /\b(Process\(|posix_spawnp?\b|popen\s*\(|system\(|exec[lv][pe]*\s*\(|v?fork\s*\(|NSTask\b|import\s+Subprocess\b|dlopen\s*\()/
        let reader = "Sources/Models/FileTexts/PDFText.swift"
        let (own, others) = (files.filter { $0.path == reader }, files.filter { $0.path != reader })
        #expect(SourceTree.places(pattern, in: others) == [])
        #expect(SourceTree.places(pattern, in: own).count == 1)
    }

    @Test("Builds no SQL from a value: text in a statement comes from the source")
    func sql() throws {
        let files = try SourceTree.files(in: "Sources/Models", "swift")
        // GRDB's literals bind interpolated values; `sql:` arguments do not, so the only interpolations allowed are the
        // condition of sign-in attempts, and the number of a log, since a pragma takes no arguments.
        let places = SourceTree.places(/\bsql: "[^"]*\\\(/, in: files)
        let allowed = ["Sources/Models/Sessions/SignInAttempt.swift", #"sql: "PRAGMA user_version = \(log)""#]
        #expect(places.filter { place in !allowed.contains { place.contains($0) } } == [])
    }

    @Test("Binds no pattern of GLOB or LIKE: SQLite compiles the statement anew each time it runs")
    func patterns() throws {
        let files = try SourceTree.files(in: "Sources/Models", "swift") + SourceTree.files(in: "Sources/Demo", "swift")
        #expect(SourceTree.places(/\b(LIKE|GLOB)\s+(\?|[:@$]\w|\\\((?!sql:))/, in: files) == [])
    }

    @Test("Makes nothing of what somebody typed where the database waits: that is done before")
    func typedText() throws {
        let files = try SourceTree.files(in: "Sources/Models", "swift")
        let signatures = /(?:func|init)\b[^{]*/
        var places: [String] = []
        for file in files where file.text.contains("TypedText.") {
            for use in file.text.ranges(of: "TypedText.") {
                let before = file.text[..<use.lowerBound]
                guard let signature = before.matches(of: signatures).last?.output else { continue }
                if signature.contains("Database") { places.append("\(file.path): \(signature)") }
            }
        }
        #expect(places == [])
        let pattern = /(?:write|change\([^{}]*\)) \{[^}]*(?:form\[|TypedLine\(|TypedBlock\(|EmailAddress\()/
        #expect(try SourceTree.files(in: "Sources/Web", "swift").filter { $0.text.contains(pattern) }.map(\.path) == [])
    }

    @Test("Sets no HTML from text in the browser, and runs no text as code")
    func scripts() throws {
        let files = try SourceTree.files(in: "Public/js", "js")
        let pattern =
            /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setHTMLUnsafe|srcdoc|\.setAttribute\(\s*["'](?:on|style)/
        #expect(SourceTree.places(pattern, in: files) == [])
    }

    @Test("Loads nothing from elsewhere")
    func outside() throws {
        let files =
            try SourceTree.files(in: "Public", "js", "css", "svg") + SourceTree.files(in: "Templates", "mustache")
        let pattern =
            /(?:src|href|action)="(?:https?:)?\/\/|@import|url\(["']?(?:https?:)?\/\/|from\s+["'](?:https?:)?\/\//
        #expect(SourceTree.places(pattern, in: files) == [])
    }

    @Test("Writes text unescaped into a page only where the product made the HTML itself")
    func unescaped() throws {
        let files = try SourceTree.files(in: "Templates", "mustache")
        // The others are rows, whose templates escape; TemplatesTests checks that they are.
        let rows =
            /\{\{\{(?!(?:bodyHTML|rows|waiting|earlier|messages?|attachments|receipts|cells|missing|switcher|contact|files|frame\.\w+)\}\}\})/
        #expect(SourceTree.places(rows, in: files) == [])
        #expect(SourceTree.places(/\{\{\s*&/, in: files) == [])
        #expect(!SourceTree.places(/\{\{\{bodyHTML\}\}\}/, in: files).isEmpty)
        // That HTML comes from the one renderer.
        let places = SourceTree.places(/\bbodyHTML:\s/, in: try SourceTree.files(in: "Sources/Web", "swift"))
        #expect(
            places.filter { !$0.contains("bodyHTML: MessageText.html(") && !$0.contains("let bodyHTML: String") } == [])
    }

    @Test("Has no style, script or handler inside of a page")
    func inline() throws {
        let files = try SourceTree.files(in: "Templates", "mustache")
        #expect(SourceTree.places(/\sstyle\s*=|<style\b|\son\w+\s*=|javascript:/, in: files) == [])
        let scripts = SourceTree.places(/<script\b/, in: files)
        #expect(scripts.count == 1 && scripts.allSatisfy { $0.contains("src=\"[[page.assets]]") })
    }

    @Test("Says left or right in no style: pages run in both directions")
    func physical() throws {
        let files = try SourceTree.files(in: "Public/css", "css")
        let pattern =
            /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)?|left|right)\s*:|(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b|border-(?:top|bottom)-(?:left|right)-radius/
        #expect(SourceTree.places(pattern, in: files) == [])
    }

    @Test("Speaks one language in no template: every word comes from a language file")
    func words() throws {
        for file in try SourceTree.files(in: "Templates", "mustache") {
            // A tag may hold a partial of attributes, with a > in it.
            let filled = file.text.replacing(/\{\{[^}]*\}\}+|\[\[[^\]]*\]\]/, with: " ")
            let tags = /<[^>]*>|&\w+;|[a-z-]+="[^"]*"/
            let words = filled.replacing(tags, with: " ").matches(of: /\p{L}{2,}/).map { String($0.output) }
            #expect(words.isEmpty, "\(file.path)")
        }
    }

    @Test("Asks the machine for the time, the zone or the language nowhere but where they come in")
    func arguments() throws {
        let files = try ["Models", "Demo", "Web"].flatMap { try SourceTree.files(in: "Sources/\($0)", "swift") }
        let pattern = /\bDate\(\)|\bDate\.now\b|(?:TimeZone|Locale|Calendar)\.(?:autoupdatingC|c)urrent/
        let places = SourceTree.places(pattern, in: files)
        #expect(places.count == 1 && places.allSatisfy { $0.hasPrefix("Sources/Web/Portal.swift") })
    }
}
