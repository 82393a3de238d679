/// The library.
public enum Placeholder {}
