/// Prometheus' text format, version 0.0.4. https://prometheus.io/docs/instrumenting/exposition_formats/
struct MetricsText {
    enum Kind: String { case counter, gauge, histogram }

    private(set) var text = ""

    /// Adds a figure without labels.
    mutating func add(_ name: String, _ kind: Kind, _ help: String, _ value: Double) {
        head(name, kind, help)
        sample(name, "", value)
    }

    mutating func head(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP skrytka_\(name) \(help)\n# TYPE skrytka_\(name) \(kind.rawValue)\n"
    }

    /// - Parameter labels: like `{code="200"}`; they are the program's own numbers and names, so nothing is escaped.
    mutating func sample(_ name: String, _ labels: String, _ value: Double) {
        let isWhole = value == value.rounded() && abs(value) < 1e15
        text += "skrytka_\(name)\(labels) \(isWhole ? "\(Int64(value))" : "\(value)")\n"
    }
}

extension MetricsText {
    mutating func add(_ events: SecurityEvents) {
        head("security_events_total", .counter, "What was refused or went wrong, by its kind.")
        for event in SecurityEvent.allCases {
            sample("security_events_total", "{kind=\"\(event.rawValue)\"}", Double(events.count(of: event)))
        }
    }

    mutating func add(_ counts: RequestMeter.Counts) {
        head("requests_total", .counter, "Answered requests by status code.")
        for (code, number) in counts.statuses.sorted(by: { $0.key < $1.key }) {
            sample("requests_total", "{code=\"\(code)\"}", Double(number))
        }
        head("request_seconds", .histogram, "Seconds until the head of the answer was made.")
        var sum = 0
        for (limit, number) in zip(RequestMeter.limits.map { "\($0)" } + ["+Inf"], counts.buckets) {
            sum += number
            sample("request_seconds_bucket", "{le=\"\(limit)\"}", Double(sum))
        }
        sample("request_seconds_sum", "", counts.seconds)
        sample("request_seconds_count", "", Double(sum))
    }
}
