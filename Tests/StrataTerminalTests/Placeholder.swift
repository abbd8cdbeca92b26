import Testing

@Test func placeholderStrataTerminalTests() {}
