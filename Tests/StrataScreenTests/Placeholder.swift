import Testing

@Test func placeholderStrataScreenTests() {}
