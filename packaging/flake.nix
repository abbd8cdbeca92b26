# Nix, of a release: nixpkgs has no Swift that builds strata, and the static program runs on NixOS as it is.
#   make dist && mkdir -p packaging/release
#   tar -xzf .build/packages/strata-*-linux-"$(uname -m)".tar.gz -C packaging/release --strip-components=1
#   nix run path:packaging
{
  description = "Explore the cloud native landscape in a terminal";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs = { self, nixpkgs }:
    let
      systems = [ "x86_64-linux" "aarch64-linux" ];
      each = f: nixpkgs.lib.genAttrs systems (system: f nixpkgs.legacyPackages.${system});
    in {
      packages = each (pkgs: {
        default = pkgs.stdenvNoCC.mkDerivation {
          pname = "strata";
          version = "0.2.0";
          src = ./release;
          dontFixup = true;
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
