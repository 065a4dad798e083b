// A vendor that runs its product itself (type SYNDICATED): it is told by signed events what happens to its subscriptions,
// provides what was bought, and reports back. Node 18 or newer, nothing to install.
//
//   MERCATO=http://localhost:8080 LOGIN=vendor PASSWORD=demo SECRET=… PORT=8099 node vendor.mjs

import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

const { MERCATO = "http://localhost:8080", LOGIN, PASSWORD, SECRET, PORT = "8099" } = process.env;
const LARGEST_EVENT = 65_536;

/** A token of the platform; it is good for an hour, so each piece of work takes a new one. */
async function login() {
  const basic = Buffer.from(`${LOGIN}:${PASSWORD}`).toString("base64");
  const answer = await fetch(`${MERCATO}/api/login?expire=true`, {
    method: "POST",
    headers: { Authorization: `Basic ${basic}` },
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new Error(`login: ${answer.status}`);
  return answer.json();
}

async function call(token, method, path, body) {
  const answer = await fetch(`${MERCATO}/api/${path}`, {
    method,
    headers: { "CMW-Auth-Token": token, "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text === "" ? undefined : JSON.parse(text);
}

/** Whether the event comes from the platform: the HMAC-SHA1 of its raw bytes under the product's secret token. */
function isSigned(raw, header = "") {
  const expected = Buffer.from(`sha1=${createHmac("sha1", SECRET).update(raw).digest("hex")}`);
  const given = Buffer.from(header);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The event says only that something changed: what it is now stands in the subscription. Safe to be done again. */
async function follow(event) {
  if (event.type === "DELETED") {
    console.log(`${event.entityUrl} is over`);
    return;
  }
  const token = await login();
  const subscription = await call(token, "GET", event.entityUrl);
  if (subscription.deploymentStatus === "PENDING" && subscription.paid) {
    await provide(token, subscription);
  } else if (subscription.deploymentStatus === "UNDEPLOY_SENT") {
    await call(token, "PATCH", event.entityUrl, { deploymentStatus: "UNDEPLOYED" });
    console.log(`${event.entityUrl} is taken down`);
  }
}

async function provide(token, { id, self }) {
  await call(token, "POST", `${self}/endpoints`, [
    { endpoint: `https://customer-${id}.vendor.example/`, description: "Your workspace", category: "APP" },
    { endpoint: "https://docs.vendor.example/", description: "Handbook", category: "DOCUMENTATION" },
  ]);
  await call(token, "POST", `${self}/instructions`, {
    en: "Log in and invite your colleagues.",
    it: "Accedi e invita i tuoi colleghi.",
  });
  await call(token, "POST", `${self}/credentials`, [
    { key: "login", value: `owner-${id}`, description: { en: "Login" }, weight: 1 },
    { key: "password", value: randomBytes(12).toString("base64url"), description: { en: "Password" }, weight: 2 },
  ]);
  await call(token, "PATCH", self, { deploymentStatus: "DEPLOYED" });
  console.log(`${self} is provided`);
}

async function receive(request, response) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_EVENT) return response.writeHead(413).end();
    chunks.push(chunk);
  }
  const raw = Buffer.concat(chunks);
  if (!isSigned(raw, request.headers["cmw-event-signature"])) return response.writeHead(401).end();
  try {
    // Answered only when it is done: whatever else we answer, the platform tells us again.
    await follow(JSON.parse(raw));
    response.writeHead(204).end();
  } catch (failure) {
    console.error(failure.message);
    response.writeHead(503, { "Retry-After": "5" }).end();
  }
}

createServer((request, response) => {
  receive(request, response).catch((failure) => {
    console.error(failure.message);
    response.destroy();
  });
}).listen(Number(PORT), "127.0.0.1", () => console.log(`listening on ${PORT}`));
