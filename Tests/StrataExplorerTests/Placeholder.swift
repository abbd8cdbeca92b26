import Testing

@Test func placeholderStrataExplorerTests() {}
