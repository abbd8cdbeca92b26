{
# The addresses and the checksum are those of a release; until there is one, they stand for it.
  description = "Explore the cloud native landscape in a terminal";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs = { self, nixpkgs }:
    let
      systems = [ "x86_64-linux" "aarch64-linux" ];
      each = f: nixpkgs.lib.genAttrs systems (system: f nixpkgs.legacyPackages.${system});
    in {
      # The static program of a release: it runs on any Linux as it is.
      packages = each (pkgs: {
        default = pkgs.stdenvNoCC.mkDerivation rec {
          pname = "strata";
          version = "0.2.0";
          src = pkgs.fetchurl {
            url = "https://example.org/strata/releases/download/v${version}/strata-${version}-linux-${pkgs.stdenv.hostPlatform.uname.processor}.tar.gz";
            hash = pkgs.lib.fakeHash;
          };
          installPhase = ''
            mkdir -p $out
            cp -r bin share $out/
          '';
          meta = {
            description = "Explore the cloud native landscape in a terminal";
            license = pkgs.lib.licenses.asl20;
            mainProgram = "strata";
            platforms = systems;
          };
        };
      });
    };
}
