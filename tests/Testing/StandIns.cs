using System.Collections.Concurrent;
using Gms.Platform;
using Gms.Type.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Gms.Testing;

/// <summary>
/// Stands in for the services that are not running: an answer per call, or nothing, which is UNAVAILABLE. Remembers what was asked.
/// <code>host.Peers.Answer("/gms.registry.v1.Workers/ConfirmWorker", (ConfirmWorkerRequest r) => new ConfirmWorkerResponse { Exists = true });</code>
/// </summary>
public sealed class StandIns : IPeers
{
    readonly ConcurrentDictionary<string, Func<object, Task<object>>> _answers = new();

    /// <summary>Every call made, in order: method, request, purpose.</summary>
    public ConcurrentQueue<(string Method, IMessage Request, Purpose Purpose)> Asked { get; } = [];

    public void Answer<TRequest, TResponse>(string method, Func<TRequest, TResponse> answer) where TResponse : class =>
        _answers[method] = request => Task.FromResult<object>(answer((TRequest)request));

    /// <summary>
    /// Stands in for a call that asks many at once by the stand-in of the call that asks one: it is down when that is, and fails as a whole when that
    /// fails otherwise than by a refusal.
    /// </summary>
    public void AnswerEach<TBatch, TBatchAnswer, TRequest, TResponse>(string method, string single, Func<TBatch, IEnumerable<TRequest>> items, Func<IEnumerable<(TResponse? Answer, Problems? Refusal)>, TBatchAnswer> answers)
        where TBatchAnswer : class
        where TRequest : class
        where TResponse : class =>
        _answers[method] = async batch =>
        {
            var all = new List<(TResponse?, Problems?)>();
            foreach (var item in items((TBatch)batch))
            {
                if (!_answers.TryGetValue(single, out var make))
                    throw new RpcException(new Status(StatusCode.Unavailable, "stand-in: not running"));
                try
                {
                    all.Add(((TResponse)await make(item), null));
                }
                catch (RpcException refusal) when (refusal.StatusCode is StatusCode.NotFound or StatusCode.FailedPrecondition or StatusCode.InvalidArgument)
                {
                    all.Add((null, new() { Problems_ = { new Gms.Type.V1.Problem { Code = refusal.Status.Detail, Message = refusal.Status.Detail } } }));
                }
            }
            return answers(all);
        };

    /// <summary>As Answer, for a call that answers with a stream.</summary>
    public void AnswerStream<TRequest, TResponse>(string method, Func<TRequest, IEnumerable<TResponse>> answer) =>
        _answers[method] = request => Task.FromResult<object>(answer((TRequest)request));

    /// <summary>From now on the call is not answered, as when its service is down.</summary>
    public void TakeDown(string method) => _answers.TryRemove(method, out _);

    public CallInvoker To(string peer, Purpose purpose) => new Invoker(this, purpose);

    public CallInvoker To(string peer, Purpose purpose, string account, string organisation) => new Invoker(this, purpose);

    sealed class Invoker(StandIns peers, Purpose purpose) : CallInvoker
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        {
            peers.Asked.Enqueue((method.FullName, (IMessage)request, purpose));
            var answer = peers._answers.TryGetValue(method.FullName, out var make)
                ? Cast<TResponse>(make(request))
                : Task.FromException<TResponse>(new RpcException(new Status(StatusCode.Unavailable, "stand-in: not running")));
            return new(answer, Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
        }

        static async Task<TResponse> Cast<TResponse>(Task<object> answer) => (TResponse)await answer;

        public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            throw new NotSupportedException("Calls to peers are asynchronous.");

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        {
            peers.Asked.Enqueue((method.FullName, (IMessage)request, purpose));
            var answers = peers._answers.TryGetValue(method.FullName, out var make)
                ? ((IEnumerable<TResponse>)make(request).Result).GetEnumerator()
                : throw new RpcException(new Status(StatusCode.Unavailable, "stand-in: not running"));
            return new(new Reader<TResponse>(answers), Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], answers.Dispose);
        }

        sealed class Reader<T>(IEnumerator<T> answers) : IAsyncStreamReader<T>
        {
            public T Current => answers.Current;

            public Task<bool> MoveNext(CancellationToken cancellationToken) => Task.FromResult(answers.MoveNext());
        }

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
            throw new NotSupportedException("A streaming peer is tested in the journeys.");

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) =>
            throw new NotSupportedException("A streaming peer is tested in the journeys.");
    }
}
