import Dates
import Foundation

/// The fields of one group while it is open. Values taken from it are copies.
struct Record {
    let role: Shape.Role
    /// The slots of its fields.
    let slots: Range<Int>
    let reader: ShapeReader

    func slot(_ name: String) -> Int? {
        guard let slot = reader.table.slot(name, in: slots), reader.table.slots[slot].isPresent else { return nil }
        return slot
    }

    func has(_ name: String) -> Bool { slot(name) != nil }

    /// Returns a required text, whose presence the reader has checked.
    func text(_ name: String) -> String { optional(name) ?? "" }
    func optional(_ name: String) -> String? { slot(name).map { reader.string(at: $0) } }

    /// Returns hundredths, or a number.
    func amount(_ name: String) -> Int64? { slot(name).map { reader.table.slots[$0].value } }

    func isAmount(_ name: String) -> Bool { slot(name).map { reader.table.children[$0].content == .amount } ?? false }

    func day(_ name: String) -> Day? {
        amount(name).flatMap { Day(year: Int($0 / 10_000), month: Int($0 / 100 % 100), day: Int($0 % 100)) }
    }

    func moment(_ name: String) -> Date? {
        slot(name).flatMap { slot in reader.bytes(at: slot) { XMLText($0).moment } }
    }

    /// Returns a required value.
    func required(_ name: String) -> Int64 { amount(name) ?? 0 }
    func requiredDay(_ name: String) -> Day { day(name) ?? .epoch }

    /// Returns a value by slot, which is faster for every row.
    func value(at slot: Int) -> Int64? {
        reader.table.slots[slot].isPresent ? reader.table.slots[slot].value : nil
    }

    func isText(at slot: Int, _ text: StaticString) -> Bool {
        reader.table.slots[slot].isPresent
            && reader.bytes(at: slot) {
                $0.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
            }
    }

    /// The contents of its text fields, in the schema's order.
    var texts: [String] {
        slots.filter { reader.table.slots[$0].isPresent && reader.table.children[$0].content == .text }
            .map { reader.string(at: $0) }
    }

    /// The names of the fields that are present, in the schema's order.
    var names: [String] {
        slots.filter { reader.table.slots[$0].isPresent }.map { reader.table.names[$0] }
    }
}
