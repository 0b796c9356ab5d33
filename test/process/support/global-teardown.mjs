export default async function globalTeardown() {
  await globalThis.__platform__?.stop();
}
