/// A part that few values have, kept apart so that what holds it stays small and cheap to copy.
///
/// A copy shares the part; setting it makes a new one.
@propertyWrapper
public struct Boxed<Value: Hashable & Sendable>: Hashable, Sendable {
  private final class Box: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private var box: Box?

  /// Keeps a part, if there is one.
  public init(wrappedValue: Value?) { box = wrappedValue.map(Box.init) }

  /// The part.
  public var wrappedValue: Value? {
    get { box?.value }
    set { box = newValue.map(Box.init) }
  }

  /// Compares the parts.
  public static func == (left: Self, right: Self) -> Bool {
    left.box === right.box || left.wrappedValue == right.wrappedValue
  }

  /// Hashes the part.
  public func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}
