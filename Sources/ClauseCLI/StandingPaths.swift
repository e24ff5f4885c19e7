import ClauseAssessment
import ClauseBytes
import ClauseSource

/// Paths as one types them in the folder one stands in, so that a terminal opens them.
final class StandingPaths {
  private let root: String
  private let folder: String
  private var known: [ByteKey: String] = [:]

  /// Paths of what lies below `root`, for somebody who stands in `folder`; both without links.
  init(root: String, folder: String) {
    self.root = root
    self.folder = folder
  }

  /// The result with the paths of files below the root as one types them.
  func shown(_ assessment: Assessment) -> Assessment {
    root.equalsByBytes(folder) ? assessment : assessment.movingPaths { self.shown($0) }
  }

  /// A path from the root as one types it; what does not lie there, such as a pack that comes with
  /// the product, as it is.
  private func shown(_ path: String) -> String {
    if let seen = known[ByteKey(path)] { return seen }
    let result = Target.exists(root + "/" + path) ? moved(path) : path
    known[ByteKey(path)] = result
    return result
  }

  private func moved(_ path: String) -> String {
    // Below the folder one stands in: down from there.
    let isRoot = path.equalsByBytes(".")
    if let below = PathText.rest(of: root, below: folder) {
      return isRoot ? below : below + "/" + path
    }
    // Above it: up as far as needed, then down. Elsewhere: from the top of the file system.
    guard let above = PathText.rest(of: folder, below: root) else {
      return isRoot ? root : root + "/" + path
    }
    var up = PathText.parts(above)[...]
    var down = isRoot ? [] : PathText.parts(path)[...]
    while let folder = up.first, let next = down.first, folder.equalsByBytes(next), down.count > 1 {
      up.removeFirst()
      down.removeFirst()
    }
    return (up.map { _ in ".." } + down).joined(separator: "/")
  }
}
