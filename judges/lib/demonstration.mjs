// The demonstration city as a process: started on free ports with invented cases, ended by its own id.

import { spawn } from "node:child_process";
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { get } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** A debug build writes the past slowly, on two cores that others use too. */
const START_MS_MAX = 240_000;
const ASK_AGAIN_MS = 100;
const END_MS_MAX = 10_000;

/** A port of the loopback that nobody has. */
async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The status with which a site answers, or nothing while it does not. */
function answers(port, host) {
  return new Promise((resolve) => {
    const request = get({ host: "127.0.0.1", port, path: "/", headers: { host: `${host}:${port}` }, timeout: 5000 });
    request.once("response", (response) => resolve(response.resume().statusCode));
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(undefined));
  });
}

/** Asks until there is an answer, for so long as the process lives and time lasts. */
async function until(ask, process, what) {
  const end = Date.now() + START_MS_MAX;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (process.exitCode !== null) throw new Error(`the demonstration ended with ${process.exitCode} before ${what}`);
    if (Date.now() > end) throw new Error(`the demonstration took longer than ${START_MS_MAX / 1000} s: ${what}`);
    await wait(ASK_AGAIN_MS);
  }
}

export class Demonstration {
  /** Starts one; resolves when both sites answer and the links are written. */
  static async start({ binary, seed = 7, cases = 300 }) {
    const folder = await mkdtemp(join(tmpdir(), "motcua-judges-"));
    const [publicPort, staffPort] = [await freePort(), await freePort()];
    const linksFile = join(folder, "links.json");
    const log = await open(join(folder, "log"), "w");
    const process = spawn(
      binary,
      ["demo", "--data", join(folder, "data"), "--public", `127.0.0.1:${publicPort}`, "--staff",
        `127.0.0.1:${staffPort}`, "--seed", `${seed}`, "--cases", `${cases}`, "--links", linksFile],
      { cwd: folder, stdio: ["ignore", log.fd, log.fd] },
    );
    const spawned = new Promise((resolve, reject) => process.once("error", reject).once("spawn", resolve));
    const city = new Demonstration(process, folder, publicPort, staffPort);
    try {
      await spawned;
      await log.close();
      city.links = await until(() => readFile(linksFile, "utf8").then(JSON.parse).catch(() => undefined), process, "writing its links");
      await until(() => answers(publicPort, "city.localhost"), process, "answering residents");
      await until(() => answers(staffPort, "staff.localhost"), process, "answering staff");
    } catch (fault) {
      console.log(await city.log());
      await city.stop();
      throw fault;
    }
    return city;
  }

  constructor(process, folder, publicPort, staffPort) {
    Object.assign(this, { process, folder });
    const origin = (name, port) => `http://${name}.localhost:${port}`;
    this.city = origin("city", publicPort);
    this.papers = origin("papers", publicPort);
    this.provider = origin("id", publicPort);
    this.mail = origin("mail", publicPort);
    this.staff = origin("staff", staffPort);
  }

  /** What it said so far. */
  log() {
    return readFile(join(this.folder, "log"), "utf8");
  }

  /** Ends it, first kindly, and removes what it kept. */
  async stop() {
    if (this.process.exitCode === null && this.process.pid !== undefined) {
      const ended = new Promise((resolve) => this.process.once("exit", resolve));
      this.process.kill("SIGTERM");
      const kindly = await Promise.race([ended.then(() => true), wait(END_MS_MAX, false, { ref: false })]);
      if (!kindly) this.process.kill("SIGKILL");
      await ended;
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}
