import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { packPackage, type PackedPackage } from "../../release/pack-package";
import { repository, type ReleasedPackage } from "../../release/packages";

/** An empty project of somebody else, in which packages of this repository are installed. */
export interface InstalledPackages {
  /** Folder of the project. It has `node_modules/` and nothing else. */
  readonly folder: string;
  readonly packed: readonly PackedPackage[];
  remove(this: void): Promise<void>;
}

/**
 * Packs packages and installs them in an empty project, without a network: what they depend on is linked to this
 * repository's own.
 */
export async function installPackages(packages: readonly ReleasedPackage[]): Promise<InstalledPackages> {
  const folder = await mkdtemp(join(tmpdir(), "installed-packages-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const project = join(folder, "project");
    const packed = [];
    for (const released of packages) {
      const one = await packPackage(released, repository, join(folder, "packed"));
      await unpack(one, project);
      for (const name of dependenciesOf(one)) await link(name, project);
      packed.push(one);
    }
    return { folder: project, packed, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function unpack({ archive, manifest }: PackedPackage, project: string): Promise<void> {
  const target = join(project, "node_modules", String(manifest.name));
  await mkdir(target, { recursive: true });
  await promisify(execFile)("tar", ["-xzf", archive, "--strip-components", "1", "-C", target]);
}

function dependenciesOf({ manifest: { dependencies = {}, peerDependencies = {} } }: PackedPackage): readonly string[] {
  return Object.keys({ ...(dependencies as object), ...(peerDependencies as object) });
}

async function link(name: string, project: string): Promise<void> {
  const path = join(project, "node_modules", name);
  await mkdir(dirname(path), { recursive: true });
  await rm(path, { force: true });
  await symlink(join(repository, "node_modules", name), path, "dir");
}
