import CMalloc
import Foundation

/// What the allocator of the C library keeps of memory that is free again.
enum Memory {
    /// To be called before there are other threads. By default up to eight heaps a processor come to be, each with what
    /// its threads once needed at most; two a processor serve as fast, one does not.
    static func prepare() {
        _ = mallopt(M_ARENA_MAX, CInt(2 * ProcessInfo.processInfo.activeProcessorCount))
    }

    /// Gives back to the machine what is free anywhere: by itself only what stands at the end of a heap goes back.
    static func giveBack() {
        malloc_trim(0)
    }
}
