# Homebrew: brew install --build-from-source ./packaging/strata.rb
# The addresses and the checksum are those of a release; until there is one, they stand for it.
class Strata < Formula
  desc "Explore the cloud native landscape in a terminal"
  homepage "https://example.org/strata"
  url "https://example.org/strata/archive/refs/tags/v0.2.0.tar.gz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license "Apache-2.0"

  depends_on "swift" => :build
  depends_on :linux
  depends_on "ncurses"

  def install
    system "swift", "build", "-c", "release", "--product", "strata", "--disable-sandbox"
    bin.install ".build/release/strata"
    man1.install "docs/man/strata.1"
    man5.install "docs/man/strata-catalog.5", "docs/man/strata-stack.5"
    generate_completions_from_executable(bin/"strata", "completions")
  end

  test do
    assert_match "kubernetes", shell_output("#{bin}/strata list --format ids")
  end
end
