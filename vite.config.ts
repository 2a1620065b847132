import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy } from './scripts/content-security-policy.ts';
import { notFoundPage } from './scripts/not-found-page.ts';
import { sampleApiServer } from './scripts/sample-api-server.ts';
import { serviceWorker } from './scripts/service-worker-build.ts';
import { webManifest } from './scripts/web-manifest.ts';

export default defineConfig({
  base: process.env['BASE_PATH'] ?? '/',
  plugins: [react(), tailwindcss(), contentSecurityPolicy(), webManifest(), notFoundPage(), sampleApiServer(), serviceWorker()],
  // The sample API answers CORS itself, as a real server does; Vite's own headers would hide what it says.
  server: { host: '127.0.0.1', port: 5173, cors: false },
  preview: { host: '127.0.0.1', cors: false },
  // Workers load parts lazily, as the page does.
  worker: { format: 'es' },
  build: { target: 'es2022', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1000 },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['src/testing/patience.ts'],
    restoreMocks: true,
    // Vitest leaves one core to watch with; a run has all of them.
    maxWorkers: '100%',
    // A limit against hanging, not a measure: property tests share two busy cores.
    testTimeout: 90_000,
    env: { TZ: 'UTC' },
  },
});
