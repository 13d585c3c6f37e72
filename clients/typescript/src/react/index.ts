'use client';
export { JudgeProvider, useJudge } from './provider.js';
export { useSocket } from './use-socket.js';
export { useSubmission, type LiveSubmission } from './use-submission.js';
export { useSubmit, type Submitting } from './use-submit.js';
