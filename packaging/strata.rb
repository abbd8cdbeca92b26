# Homebrew on Linux, of the checkout that this file is in: brew install --HEAD ./packaging/strata.rb
class Strata < Formula
  desc "Explore the cloud native landscape in a terminal"
  license "Apache-2.0"
  # The sources are the repository around it, as it was committed: nothing else is fetched.
  head "file://#{File.expand_path("..", __dir__)}", using: :git

  depends_on "swift" => :build
  depends_on :linux
  depends_on "ncurses"

  def install
    system "Scripts/stamp"
    system "swift", "build", "-c", "release", "--product", "strata", "--disable-sandbox"
    system "Scripts/install-files", prefix
  end

  test do
    assert_match "kubernetes", shell_output("#{bin}/strata list --format ids")
  end
end
