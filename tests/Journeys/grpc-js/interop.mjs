// Drives every service with @grpc/grpc-js, knowing nothing but addresses and a token: contracts come from reflection.
// Standard input: {"services": {"Registry": "127.0.0.1:1"}, "token": "…", "enrolment": {…}}; standard output: what was seen, as JSON.
import grpc from '@grpc/grpc-js';
import loader from '@grpc/proto-loader';
import protobuf from 'protobufjs';

const reflection = protobuf.parse(`
  syntax = "proto3";
  package grpc.reflection.v1alpha;
  message ServerReflectionRequest { string host = 1; oneof message_request { string file_by_filename = 3; string file_containing_symbol = 4; string list_services = 7; } }
  message FileDescriptorResponse { repeated bytes file_descriptor_proto = 1; }
  message ServiceResponse { string name = 1; }
  message ListServiceResponse { repeated ServiceResponse service = 1; }
  message ErrorResponse { int32 error_code = 1; string error_message = 2; }
  message ServerReflectionResponse { FileDescriptorResponse file_descriptor_response = 4; ListServiceResponse list_services_response = 6; ErrorResponse error_response = 7; }
`).root;
const Question = reflection.lookupType('grpc.reflection.v1alpha.ServerReflectionRequest');
const Answer = reflection.lookupType('grpc.reflection.v1alpha.ServerReflectionResponse');
const FileProto = protobuf.parse('syntax = "proto3"; message F { string name = 1; repeated string dependency = 3; }').root.lookupType('F');
const RpcStatus = protobuf.parse('syntax = "proto3"; message A { string type_url = 1; bytes value = 2; } message S { int32 code = 1; string message = 2; repeated A details = 3; }').root.lookupType('S');
const ErrorInfo = protobuf.parse('syntax = "proto3"; message E { string reason = 1; string domain = 2; }').root.lookupType('E');

const input = JSON.parse(await new Promise(done => { let text = ''; process.stdin.on('data', d => text += d).on('end', () => done(text)); }));
const seen = { services: {}, kinds: {}, faults: [] };

/** Asks one question after the other on one duplex stream. */
function reflect(client, method, questions) {
  return new Promise((done, failed) => {
    const answers = [];
    const stream = client.makeBidiStreamRequest(method, m => Buffer.from(Question.encode(m).finish()), b => Answer.decode(b), new grpc.Metadata(), { deadline: Date.now() + 10_000 });
    stream.on('data', answer => { answers.push(answer); if (answers.length === questions.length) stream.end(); else stream.write(questions[answers.length]); });
    stream.on('error', failed).on('end', () => done(answers));
    stream.write(questions[0]);
  });
}

function varint(n) { const bytes = []; while (n > 127) { bytes.push((n & 127) | 128); n >>>= 7; } bytes.push(n); return Buffer.from(bytes); }

async function contracts(address) {
  const client = new grpc.Client(address, grpc.credentials.createInsecure());
  let method = '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo', list;
  try { [list] = await reflect(client, method, [{ listServices: '*' }]); }
  catch { method = method.replace('.v1.', '.v1alpha.'); [list] = await reflect(client, method, [{ listServices: '*' }]); }
  const names = list.listServicesResponse.service.map(s => s.name);

  const files = new Map();
  const add = answer => { for (const bytes of answer.fileDescriptorResponse?.fileDescriptorProto ?? []) files.set(FileProto.decode(bytes).name, bytes); };
  (await reflect(client, method, names.map(n => ({ fileContainingSymbol: n })))).forEach(add);
  for (;;) {
    const missing = [...new Set([...files.values()].flatMap(b => FileProto.decode(b).dependency).filter(d => !files.has(d)))];
    if (missing.length === 0) break;
    (await reflect(client, method, missing.map(f => ({ fileByFilename: f })))).forEach(add);
  }
  client.close();
  const set = Buffer.concat([...files.values()].flatMap(b => [Buffer.from([0x0a]), varint(b.length), Buffer.from(b)]));
  return { names, root: grpc.loadPackageDefinition(loader.loadFileDescriptorSetFromBuffer(set, { keepCase: true, longs: String, enums: String })) };
}

const find = (root, name) => name.split('.').reduce((at, part) => at[part], root);

function reason(error) {
  const bytes = error.metadata?.get('grpc-status-details-bin')[0];
  if (!bytes) return null;
  const info = RpcStatus.decode(bytes).details.find(d => d.typeUrl.endsWith('google.rpc.ErrorInfo'));
  return info ? ErrorInfo.decode(info.value).reason : null;
}

/** Any kind of call, once, to its end: the answers and the error. */
function call(client, definition, request, metadata = new grpc.Metadata(), options = { deadline: Date.now() + 15_000 }, during = null) {
  return new Promise(done => {
    const name = definition.originalName, answers = [];
    let running;
    if (!definition.requestStream && !definition.responseStream) running = client[name](request, metadata, options, (error, answer) => done({ error, answers: answer ? [answer] : [] }));
    else if (definition.requestStream && !definition.responseStream) { running = client[name](metadata, options, (error, answer) => done({ error, answers: answer ? [answer] : [] })); for (const r of [].concat(request)) running.write(r); running.end(); }
    else {
      running = definition.requestStream ? client[name](metadata, options) : client[name](request, metadata, options);
      running.on('data', a => answers.push(a)).on('error', error => done({ error, answers })).on('end', () => done({ error: null, answers }));
      if (definition.requestStream) { for (const r of [].concat(request)) running.write(r); running.end(); }
    }
    during?.(running);
  });
}

const kindOf = d => (d.requestStream ? (d.responseStream ? 'duplex' : 'client') : d.responseStream ? 'server' : 'unary');
const signedIn = () => { const m = new grpc.Metadata(); m.set('authorization', 'Bearer ' + input.token); return m; };

for (const [service, address] of Object.entries(input.services)) {
  const { names, root } = await contracts(address);
  const refused = {};
  for (const name of names.filter(n => n.startsWith('gms.'))) {
    const client = new (find(root, name))(address, grpc.credentials.createInsecure());
    for (const definition of Object.values(find(root, name).service)) {
      seen.kinds[kindOf(definition)] = (seen.kinds[kindOf(definition)] ?? 0) + 1;
      const { error } = await call(client, definition, {});
      refused[`${name}/${definition.originalName}`] = { code: error ? grpc.status[error.code] : 'OK', reason: error ? reason(error) : null };
    }
    client.close();
  }
  const health = new (find(root, 'grpc.health.v1.Health'))(address, grpc.credentials.createInsecure());
  const { answers } = await call(health, find(root, 'grpc.health.v1.Health').service.Check, {});
  seen.services[service] = { names, refused, health: answers[0]?.status };

  // A deadline that has passed, and a stream that the caller leaves.
  const late = await call(health, find(root, 'grpc.health.v1.Health').service.Check, {}, new grpc.Metadata(), { deadline: Date.now() - 1 });
  const left = await call(health, find(root, 'grpc.health.v1.Health').service.Watch, {}, new grpc.Metadata(), { deadline: Date.now() + 15_000 }, running => running.once('data', () => running.cancel()));
  seen.services[service].late = grpc.status[late.error?.code];
  seen.services[service].left = grpc.status[left.error?.code];
  health.close();

  if (service === 'Registry' && input.enrolment) {
    const workers = find(root, 'gms.registry.v1.Workers');
    const client = new workers(address, grpc.credentials.createInsecure());
    const enrolled = await call(client, workers.service.EnrolWorker, input.enrolment, signedIn());
    const again = await call(client, workers.service.EnrolWorker, input.enrolment, signedIn());
    const asked = signedIn();
    asked.set('gms-purpose', 'enrolment');
    const shown = await call(client, workers.service.GetWorker, { worker_number: enrolled.answers[0]?.worker_number }, asked);
    const wrong = await call(client, workers.service.EnrolWorker, { ...input.enrolment, request_id: 'x' }, signedIn());
    // Many people on one stream.
    const row = i => ({ ...input.enrolment, names: [{ full: ['Bounmy Saysana', 'Khamla Phommavong', 'Somsak Keovong'][i - 1] }], birth_date: { year: 1979 + i, month: i, day: i }, document: { ...input.enrolment.document, number: `IJ${Date.now() % 1e6}${i}` } });
    const imported = await call(client, workers.service.ImportWorkers, [{ header: input.import }, { rows: { first_row: 1, workers: [row(1), row(2), { ...row(3), birth_date: { year: 2999 } }] } }], signedIn());
    seen.imported = imported.answers[0]?.progress ?? imported.error?.details;
    seen.enrolment = { number: enrolled.answers[0]?.worker_number, again: again.answers[0]?.worker_number, name: shown.answers[0]?.names[0]?.full, wrong: wrong.error && { code: grpc.status[wrong.error.code], reason: reason(wrong.error) }, error: enrolled.error?.details ?? shown.error?.details };
    client.close();
  }
}
process.stdout.write(JSON.stringify(seen));
