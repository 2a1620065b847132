import { isKnownEventType, isServerEventType } from '#protocol/event-types.ts';
