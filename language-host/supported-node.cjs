// Whether this Node can run the project: an older one may hang or fail in a package. It has to be readable to old versions.
const { engines } = require("../package.json");

/**
 * Describes the problem with a version of Node.
 *
 * @param {string} version such as 20.19.0
 * @returns {string | undefined} undefined where it is not older than `engines` in package.json says
 */
function nodeProblem(version) {
  const oldest = engines.node.replace(/^>=/, "");
  const numbers = (text) => text.split(".").map(Number);
  const [major, minor] = numbers(version);
  const [oldestMajor, oldestMinor] = numbers(oldest);
  const isOlder = major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
  return isOlder ? `Node.js ${version} is too old. Install Node.js ${oldest} or newer: https://nodejs.org` : undefined;
}

module.exports = { nodeProblem };
