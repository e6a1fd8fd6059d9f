using System.Diagnostics;
using System.Security.Cryptography;
using Gms.Type.V1;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gms.Platform;

/// <summary>
/// The one way into every call: who asks, may they, is the text whole, was it asked before; then the call's own code;
/// then the audit of what was read, before the answer leaves. Turns every refusal and failure into a status with details.
/// </summary>
sealed class CallInterceptor(
    Declarations declarations,
    PermissionTable permissions,
    TokenValidator tokens,
    RequestLog requests,
    ReadAudit audit,
    ServiceIdentity service,
    TestClockPolicy testClock,
    Settings settings,
    IEnumerable<CallBound> bounds,
    IEnumerable<AddressLimit> limits,
    ILogger<CallInterceptor> log) : Interceptor
{
    readonly Dictionary<string, CallBound> _bounds = bounds.ToDictionary(b => b.Call);
    readonly Dictionary<string, AddressLimit> _limits = limits.ToDictionary(l => l.Call);

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, async call =>
        {
            _limits.GetValueOrDefault(call.Name)?.Count(context.GetHttpContext().Connection.RemoteIpAddress);
            using var place = _bounds.GetValueOrDefault(call.Name)?.Enter();
            CheckText(request);
            if (call.Access.Changes && await requests.Answered<TResponse>(call, request, context.CancellationToken) is { } earlier)
                return earlier;

            try
            {
                return await continuation(request, context);
            }
            catch (Exception failure) when (call.RequestId is not null && failure is RefusedException or DbUpdateException)
            {
                await call.Undo();
                // The same request ran twice at once and the other was first: whatever stopped this one is the other's doing, and its answer is the answer.
                if (await requests.Answered<TResponse>(call, request, context.CancellationToken) is { } other)
                    return other;
                throw;
            }
        });

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, async call =>
        {
            CheckText(request);
            await continuation(request, new AuditedWriter<TResponse>(responseStream, call, audit), context);
            return true;
        });

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, call => continuation(new GuardedReader<TRequest>(requestStream, call.Access.Rows), context));

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(context, async call =>
        {
            await continuation(new GuardedReader<TRequest>(requestStream, call.Access.Rows), new AuditedWriter<TResponse>(responseStream, call, audit), context);
            return true;
        });

    async Task<T> Guard<T>(ServerCallContext context, Func<Call, Task<T>> serve)
    {
        var http = context.GetHttpContext();
        var correlationId = CorrelationId.Of(http);
        http.Items[RequestShape.Reached] = true;
        var access = declarations.For(context.Method);
        var call = http.RequestServices.GetRequiredService<Call>();
        try
        {
            CallClock.MoveTo(testClock.Read(context.RequestHeaders));
            await Admit(call, access, context, correlationId);
            var answer = await serve(call);
            if (!call.ScopeChecked)
                throw new InvalidOperationException($"{context.Method} answered without checking the caller's scope.");
            if (!call.AuditWritten || call.Disclosures.Count > 0)
                await audit.Write(call, context.CancellationToken);
            return answer;
        }
        catch (RefusedException refused)
        {
            await call.Undo();
            // A refusal may tell of people too: who is probably enrolled already.
            await audit.WriteDisclosures(call, context.CancellationToken);
            if (refused.IsAudited)
                await audit.WriteRefusal(call, context.Method[1..], refused.Problems[0].Code);
            throw Statuses.ToRpcException(refused.Status, refused.Problems, service.Domain, correlationId, refused.RetryAfter);
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            throw new RpcException(new Status(DateTime.UtcNow >= context.Deadline ? StatusCode.DeadlineExceeded : StatusCode.Cancelled, "The caller did not wait."));
        }
        catch (Exception failure) when (failure is DbUpdateConcurrencyException || ServiceDb.IsDeadlock(failure))
        {
            throw Statuses.ToRpcException(StatusCode.Aborted, [PlatformProblems.SomebodyWasFaster()], service.Domain, correlationId);
        }
        catch (Exception failure) when (StorageFailures.IsOutage(failure))
        {
            log.LogWarning("{Call} could not use the database: {Failure}", context.Method, StorageFailures.Named(failure));
            throw Statuses.ToRpcException(StatusCode.Unavailable, [PlatformProblems.StorageUnavailable()], service.Domain, correlationId, TimeSpan.FromSeconds(2));
        }
        catch (RpcException peer) when (peer.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded)
        {
            throw Statuses.ToRpcException(StatusCode.Unavailable, [PlatformProblems.PeerUnavailable("A service that this call needs")], service.Domain, correlationId, TimeSpan.FromSeconds(2));
        }
#pragma warning disable CA1031 // The edge of the process: whatever failed is logged under the id that the caller is told.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "{Call} failed ({CorrelationId})", context.Method, correlationId);
            throw Statuses.ToRpcException(StatusCode.Internal, [PlatformProblems.Unexpected()], service.Domain, correlationId);
        }
    }

    async Task Admit(Call call, CallAccess access, ServerCallContext context, string correlationId)
    {
        var name = context.Method[1..];
        if (access.Scope == Scope.Unspecified)
            throw Refuse.NotAllowed(PlatformProblems.NotDeclared());

        // Who asks is known before anything is refused: the refusal stands under that name in the audit.
        var caller = access.Scope == Scope.Public ? Caller.Nobody : await tokens.Caller(context.RequestHeaders, context.CancellationToken);
        call.Begin(name, correlationId, access, caller, Purpose.Unspecified);
        var purpose = PurposeOf(access, context.RequestHeaders);
        call.Begin(name, correlationId, access, caller, purpose);
        call.OnlyDeclared = settings.Development;
        call.Token = TokenValidator.Token(context.RequestHeaders);
        Activity.Current?.SetTag("gms.purpose", purpose.Name());

        if (access.Scope != Scope.Public && !permissions.Holds(caller, access.Permission, purpose))
            throw Refuse.NotAllowed(PlatformProblems.PermissionMissing(access.Permission));
        if (caller is { Worker: { } own, Actor: null })
            call.Begin(name, correlationId, access, caller with { WorkerNumbers = await context.GetHttpContext().RequestServices.GetRequiredService<ServiceDb>().NumbersOf(own, context.CancellationToken) }, purpose);
    }

    static Purpose PurposeOf(CallAccess access, Metadata headers)
    {
        if (headers.GetValue("gms-purpose") is not { Length: > 0 } said)
            // Where nobody signs in and nothing of a person is told, nobody has to say why either.
            return access.Purposes.Count == 1 || access.Scope == Scope.Public ? access.Purposes[0] : throw Refuse.Invalid(PlatformProblems.PurposeMissing(Purposes.List(access.Purposes)));

        return Purposes.TryParse(said, out var purpose) && access.Purposes.Contains(purpose)
            ? purpose
            : throw Refuse.NotAllowed(PlatformProblems.PurposeNotAllowed(Purposes.List(access.Purposes)));
    }

    static void CheckText<TRequest>(TRequest request) where TRequest : class => Refuse.IfInvalid(TextGuard.Damaged((IMessage)request));

    /// <summary>A stream of requests whose text is checked message by message; where each row is answered for, the header is, and the call checks its rows.</summary>
    sealed class GuardedReader<T>(IAsyncStreamReader<T> inner, bool rows) : IAsyncStreamReader<T>
    {
        bool _begun;

        public T Current => inner.Current;

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            try
            {
                if (!await inner.MoveNext(cancellationToken))
                    return false;
            }
            catch (InvalidProtocolBufferException)
            {
                throw Refuse.Invalid(PlatformProblems.RequestUnreadable());
            }
            catch (RpcException tooLarge) when (tooLarge.StatusCode == StatusCode.ResourceExhausted)
            {
                throw new RefusedException(StatusCode.ResourceExhausted, [PlatformProblems.RequestTooLarge()]);
            }
            if (!rows || !_begun)
                Refuse.IfInvalid(TextGuard.Damaged((IMessage)inner.Current!));
            _begun = true;
            return true;
        }
    }

    /// <summary>A stream of answers: what an answer tells of a person is audited before that answer leaves.</summary>
    sealed class AuditedWriter<T>(IServerStreamWriter<T> inner, Call call, ReadAudit audit) : IServerStreamWriter<T>
    {
        public WriteOptions? WriteOptions { get => inner.WriteOptions; set => inner.WriteOptions = value; }

        public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

        public async Task WriteAsync(T message, CancellationToken cancellationToken)
        {
            if (!call.ScopeChecked)
                throw new InvalidOperationException($"{call.Name} answered without checking the caller's scope.");
            await audit.WriteDisclosures(call, CancellationToken.None);
            await inner.WriteAsync(message, cancellationToken);
        }
    }
}

/// <summary>The hash under which a repeated request is recognised as the same.</summary>
static class RequestShape
{
    public const string Reached = "gms.reached";

    public static byte[] Hash(IMessage request) => SHA256.HashData(request.ToByteArray());
}

/// <summary>The id that the caller is told, and under which logs, audit and traces are found: the trace id.</summary>
public static class CorrelationId
{
    public static string Of(HttpContext http) => Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
}
