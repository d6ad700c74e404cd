import { expect, test } from "vitest";
import { checkImports } from "@/tools/import-table";

const broken = (file: string, name: string) => checkImports([{ file, source: `import { x } from "${name}";` }]);

test.each([
  ["lib/check-in/decide.ts", "@/lib/check-in/events"],
  ["lib/check-in/decide.ts", "./events"],
  ["lib/check-in/decide.ts", "@/lib/ids"],
  ["lib/check-in/decide.ts", "@/lib/guides/guide"],
  ["lib/check-in/events.ts", "@/lib/sealing/sealed"],
  ["lib/protocol.ts", "@/lib/check-in/commands"],
  ["lib/coach/coach.ts", "@/lib/words/needs"],
  ["lib/ids.ts", "zod"],
  ["lib/check-in/laws.test.ts", "fast-check"],
  ["components/ui/button.tsx", "react"],
  ["components/ui/button-link.tsx", "next/link"],
  ["components/check-in/room.tsx", "@/lib/protocol"],
  ["server/couples/repository.ts", "@/prisma/generated/client"],
  ["server/couples/repository.ts", "@/server/database/client"],
  ["server/couples/service.ts", "./repository"],
  ["server/couples/service.ts", "@/server/check-ins/service"],
  ["server/realtime/room.ts", "@/server/check-ins/service"],
  ["server/realtime/room.ts", "@/server/auth/actor"],
  ["server/couples/loaders.ts", "next/navigation"],
  ["app/(couple)/us/page.tsx", "@/server/couples/loaders"],
  ["app/(couple)/us/page.tsx", "./actions"],
  ["app/(couple)/us/page.tsx", "@/app/actions"],
  ["app/(couple)/us/actions.ts", "@/server/couples/service"],
  ["app/(couple)/us/actions.ts", "@/server/action"],
  ["e2e/check-in.spec.ts", "@/server/couples/service"],
  ["e2e/load/product-server.ts", "@/server/realtime/io"],
])("%s may know %s", (file, name) => {
  expect(broken(file, name)).toEqual([]);
});

test.each([
  ["lib/check-in/decide.ts", "@/lib/sealing/open"],
  ["lib/check-in/decide.ts", "@/lib/coach/coach"],
  ["lib/check-in/decide.ts", "node:crypto"],
  ["lib/check-in/decide.ts", "react"],
  ["lib/check-in/decide.ts", "@/server/log"],
  ["lib/words/needs.ts", "@/lib/coach/coach"],
  ["lib/check-in/decide.test.ts", "@/server/log"],
  ["components/ui/button.tsx", "@/server/log"],
  ["components/ui/button.tsx", "@/app/actions"],
  ["components/ui/button.tsx", "next/headers"],
  ["components/ui/button.tsx", "node:fs"],
  ["components/ui/button.tsx", "@/prisma/generated/client"],
  ["server/couples/service.ts", "@/prisma/generated/client"],
  ["server/couples/service.ts", "@/server/database/client"],
  ["server/couples/service.ts", "@/server/check-ins/repository"],
  ["server/couples/service.ts", "@/server/realtime/room"],
  ["server/couples/service.ts", "pg"],
  ["server/couples/service.ts", "next/headers"],
  ["server/couples/service.ts", "@/components/ui/button"],
  ["server/couples/repository.ts", "@/server/check-ins/repository"],
  ["server/realtime/room.ts", "@/server/check-ins/repository"],
  ["server/realtime/room.ts", "@/server/database/client"],
  ["server/couples/loaders.ts", "@/server/database/client"],
  ["server/log.ts", "@/server/couples/service"],
  ["app/(couple)/us/page.tsx", "@/server/couples/service"],
  ["app/(couple)/us/page.tsx", "@/server/couples/repository"],
  ["app/(couple)/us/page.tsx", "@/prisma/generated/client"],
  ["app/(couple)/us/page.tsx", "@/app/(couple)/you/actions"],
  ["app/(couple)/us/actions.ts", "@/server/couples/repository"],
  ["e2e/check-in.spec.ts", "@/components/ui/button"],
  ["e2e/check-in.spec.ts", "@/server/realtime/io"],
  ["e2e/load/product-server.ts", "@/components/ui/button"],
  ["server/couples/service.ts", "@/server/couples/test-people"],
  ["tools/build.ts", "@/app/page"],
])("%s may not know %s", (file, name) => {
  expect(broken(file, name)).toEqual([
    expect.stringMatching(`^${file.replace(/[()[\]]/g, "\\$&")} → ${name.replace(/[()]/g, "\\$&")}: .+`),
  ]);
});

test.each([
  `import type { X } from "@/server/log";`,
  `import {\n  a,\n  type B,\n} from "@/server/log";`,
  `import "@/server/log";`,
  `import * as all from '@/server/log'`,
  `export { a } from "@/server/log";`,
  `export * from "@/server/log";`,
  `const a = await import("@/server/log");`,
  `const a = require("@/server/log");`,
  `type A = typeof import("@/server/log");`,
  `<p>Don't stop</p>;\nimport { a } from "@/server/log";`,
  `import { a } from "../../server/log";`,
])("is noticed however it is written: %s", (source) => {
  expect(checkImports([{ file: "components/ui/button.tsx", source }])).toHaveLength(1);
});

test.each([
  `// import { a } from "@/server/log";`,
  `/* import "@/server/log" */`,
  "const text = `import a from '@/server/log'`;",
  `const text = 'import a from "@/server/log"';`,
])("what is no import is left alone: %s", (source) => {
  expect(checkImports([{ file: "components/ui/button.tsx", source }])).toEqual([]);
});
