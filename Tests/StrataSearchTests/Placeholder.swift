import Testing

@Test func placeholderStrataSearchTests() {}
