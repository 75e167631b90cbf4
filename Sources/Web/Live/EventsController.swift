import Foundation
import HTTPTypes
import Hummingbird
import Models
import NIOCore

/// A stream of server-sent events for each browser: counts, and topics that have changed.
struct EventsController: Sendable {
    let portal: Portal

    struct Counts: Encodable {
        let unread: Int
        var waiting: Int?
        var asked: Int?
        var firms: [String: Int]?
    }

    struct Changed: Encodable {
        let about: [String]
    }

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let changes = portal.database.changes.stream(for: context.person.id)
        let watch = SessionWatch(portal, context.identity.session)
        let body = ResponseBody { writer in
            try await writer.write(try await event("counts", counts(context)))
            for await about in changes {
                // An event without topics keeps the connection open, and is when an ended session is noticed.
                guard try watch.isAlive() else { break }
                if about.isEmpty {
                    try await writer.write(ByteBuffer(string: ": \n\n"))
                    continue
                }
                try await writer.write(try await event("counts", counts(context)))
                try await writer.write(try event("changed", Changed(about: about.map(\.codedTopic).sorted())))
            }
            try await writer.finish(nil)
        }
        let headers: HTTPFields = [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"]
        return Response(status: .ok, headers: headers, body: body)
    }

    private func counts(_ context: PersonContext) async throws -> Counts {
        let person = context.person.id
        // The day may change while the stream is open.
        let day = context.office.today(at: portal.now())
        if context.identity.staff != nil {
            // The role is read again, since it may have changed meanwhile.
            let office = try await portal.database.read { db in
                let scope = try Staff.find(db, personId: person)?.firms(on: day) ?? .member(person)
                return try HeaderCounts.office(db, person, in: scope)
            }
            return Counts(unread: office.unread, waiting: office.waiting, asked: office.asked)
        }
        let unread = try portal.database.readHere { db in try Unread.ofClient(db, person) }
        var firms = Dictionary(uniqueKeysWithValues: unread.counts.map { ($0.key.code, $0.value) })
        firms["all"] = unread.total
        return Counts(unread: unread.total, firms: firms)
    }

    private func event(_ name: String, _ data: some Encodable) throws -> ByteBuffer {
        let text = String(decoding: try JSONEncoder().encode(data), as: UTF8.self)
        return ByteBuffer(string: "event: \(name)\ndata: \(text)\n\n")
    }
}
