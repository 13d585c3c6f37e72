import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { JudgeClient, JudgeError } from 'judge-client';
import { JudgeProvider, useJudge, useSocket, useSubmission, useSubmit } from 'judge-client/react';

const client = new JudgeClient({ timing: { lingerMs: 500 } });

function Session() {
  const judge = useJudge();
  const [who, setWho] = useState('nobody');
  const signIn = async () => {
    await judge.signIn('demo-premium');
    setWho((await judge.me()).tier);
  };
  return (
    <p>
      <button id="sign-in" onClick={() => void signIn()} />
      <button id="sign-out" onClick={() => void judge.signOut()} />
      <output id="who">{who}</output>
    </p>
  );
}

function Socket() {
  const { status, transport } = useSocket();
  return <output id="socket">{`${status} ${transport}`}</output>;
}

function Live({ id }: { id: string }) {
  const { submission, error, transport, isJudged } = useSubmission(id);
  const state = submission === null ? 'unknown' : `${submission.state} ${submission.verdict}`;
  return (
    <output id="live" data-id={id} data-version={submission?.version}>
      {`${state} by ${transport}${isJudged ? '.' : ''}${error instanceof JudgeError ? ` error ${error.status}` : ''}`}
    </output>
  );
}

function App() {
  const { submit, submission, error, isSubmitting } = useSubmit();
  const [source, setSource] = useState('');
  const [id, setId] = useState('');
  return (
    <>
      <Session />
      <Socket />
      <textarea id="source" value={source} onChange={(e) => setSource(e.target.value)} />
      <button id="submit" onClick={() => void submit({ problem: 'a-plus-b', language: 'python', source }).then((s) => setId(s.id), () => undefined)} />
      <output id="submitted">{isSubmitting ? 'submitting' : (error?.message ?? submission?.id ?? '')}</output>
      <input id="id" value={id} onChange={(e) => setId(e.target.value)} />
      {id !== '' && <Live id={id} />}
    </>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <JudgeProvider client={client}>
      <App />
    </JudgeProvider>
  </StrictMode>,
);
