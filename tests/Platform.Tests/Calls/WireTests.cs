using Gms.Platform.Tests.Probe;
using Gms.Registry;
using Gms.Testing;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Probe.V1;

namespace Gms.Platform.Tests.Calls;

/// <summary>The Registry, for what must hold in every service that is served.</summary>
public sealed class RegistryAlone() : ServiceHost<RegistryDb>(Gms.Registry.Program.Service());

public sealed class WireTests(ProbeAlone host, RegistryAlone registry) : IClassFixture<ProbeAlone>, IClassFixture<RegistryAlone>
{
    [Fact]
    public async Task Damaged_text_in_any_field_of_any_request_is_refused_with_the_field_s_path()
    {
        var before = await Rows();
        var (faults, tried) = await DamagedText.NotRefused(host);
        var (more, others) = await DamagedText.NotRefused(registry);

        Assert.Equal("", string.Join("\n", faults.Concat(more)));
        Assert.True(tried >= 60 && others >= 60, $"{tried} and {others} tried");
        Assert.Equal(before, await Rows());
    }

    [Theory]
    [InlineData("AddProbe")]
    [InlineData("ReadProbe")]
    [InlineData("WatchProbes")]
    [InlineData("CollectProbes")]
    public async Task Bytes_that_are_no_message_are_refused_with_details_and_a_correlation_id(string call)
    {
        byte[][] rubbish = [[0xFF, 0xFF, 0xFF, 0xFF], [0x0A, 0x7F, 0x41], [0x07], "GET / HTTP/1.1\r\n\r\n"u8.ToArray()];
        foreach (var bytes in rubbish)
            Told(await DamagedText.Send(host, Method(call), bytes), StatusCode.InvalidArgument, "REQUEST_UNREADABLE");
    }

    [Theory]
    [InlineData("AddProbe")]
    [InlineData("ReadProbe")]
    [InlineData("WatchProbes")]
    [InlineData("CollectProbes")]
    public async Task A_message_of_five_megabytes_is_refused_with_details_and_a_correlation_id(string call)
    {
        var before = await Rows();
        var large = new Proto.AddProbeRequest { Name = new('x', 5_000_000) }.ToByteArray();

        Told(await DamagedText.Send(host, Method(call), large), StatusCode.ResourceExhausted, "REQUEST_TOO_LARGE");
        Assert.Equal(before, await Rows());
    }

    [Fact]
    public async Task Messages_nested_beyond_reason_are_refused()
    {
        byte[] nested = [];
        for (var i = 0; i < 5000; i++)
            nested = [0x42, .. Varint(nested.Length), .. nested];    // AddProbeRequest.that, over and over

        var refusal = await DamagedText.Send(host, Method("AddProbe"), nested);

        Assert.Equal(StatusCode.InvalidArgument, refusal!.StatusCode);
    }

    [Fact]
    public async Task A_refusal_tells_code_field_remedy_and_the_same_correlation_id_everywhere()
    {
        var request = A.Probe();
        request.Country = "XX";

        var refusal = await Refused.With(StatusCode.InvalidArgument, () => host.Officer.AddProbeAsync(request));

        Told(refusal, StatusCode.InvalidArgument, "COUNTRY_UNKNOWN");
        var field = Assert.Single(Detail<BadRequest>(refusal)!.FieldViolations);
        Assert.Equal("country", field.Field);
        Assert.NotEqual("", Assert.Single(refusal.Problems()).Remedy);
        var id = Detail<RequestInfo>(refusal)!.RequestId;
        Assert.Equal(id, await host.Db(db => db.Database.SqlQuery<string>($"""SELECT correlation_id AS "Value" FROM audit WHERE kind = 'refused' AND outcome = 'COUNTRY_UNKNOWN' AND correlation_id = {id}""").SingleAsync()));
    }

    [Fact]
    public async Task A_failure_of_our_own_tells_the_caller_an_id_and_nothing_of_the_inside()
    {
        host.Announce("the inside of it");
        host.Script.Before = name => name == "fails" ? throw new InvalidOperationException("the inside of it") : Task.CompletedTask;

        var refusal = await Refused.With(StatusCode.Internal, () => host.Officer.AddProbeAsync(A.Probe("fails")));

        Told(refusal, StatusCode.Internal, "UNEXPECTED");
    }

    [Fact]
    public async Task A_call_that_does_not_exist_is_unimplemented()
    {
        var unknown = new Method<byte[], byte[]>(MethodType.Unary, "gms.probe.v1.Probes", "DropEverything", Marshallers.Create(b => b, b => b), Marshallers.Create(b => b, b => b));

        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await host.As(A.Officer).AsyncUnaryCall(unknown, null, new CallOptions(), []));

        Assert.Equal(StatusCode.Unimplemented, refusal.StatusCode);
    }

    /// <summary>Status, reason and one correlation id wherever it belongs; nothing of our inside.</summary>
    static void Told(RpcException? refusal, StatusCode status, string code)
    {
        Assert.NotNull(refusal);
        Assert.Equal(status, refusal.StatusCode);
        Assert.Equal([code], refusal.Problems().Select(p => p.Code));
        Assert.Equal(code, Detail<ErrorInfo>(refusal)!.Reason);
        Assert.Equal("gms.probe", Detail<ErrorInfo>(refusal)!.Domain);
        var id = Detail<RequestInfo>(refusal)!.RequestId;
        Assert.Matches("^[0-9a-f]{32}$", id);
        Assert.Equal(id, Detail<ErrorInfo>(refusal)!.Metadata["correlation_id"]);
        Assert.Equal(id, Detail<Gms.Type.V1.Problems>(refusal)!.CorrelationId);
        var answer = refusal.Status.Detail + string.Concat(refusal.Trailers.Select(t => t.IsBinary ? System.Text.Encoding.UTF8.GetString(t.ValueBytes) : t.Value));
        foreach (var inside in new[] { "   at ", "Exception", ".cs:line", "the inside of it", "Npgsql" })
            Assert.DoesNotContain(inside, answer, StringComparison.Ordinal);
    }

    static T? Detail<T>(RpcException refusal) where T : class, IMessage<T>, new() =>
        Google.Rpc.Status.Parser.ParseFrom(refusal.Trailers.GetValueBytes("grpc-status-details-bin")).GetDetail<T>();

    static Google.Protobuf.Reflection.MethodDescriptor Method(string name) => Proto.Probes.Descriptor.FindMethodByName(name);

    static byte[] Varint(int value)
    {
        var bytes = new List<byte>();
        for (; value > 0x7F; value >>= 7)
            bytes.Add((byte)(value & 0x7F | 0x80));
        return [.. bytes, (byte)value];
    }

    /// <summary>What a refused call must leave as it was; refusals themselves are in the audit.</summary>
    Task<long> Rows() => host.Db(db => db.Database.SqlQuery<long>($"""SELECT (SELECT count(*) FROM probes) + (SELECT count(*) FROM outbox) + (SELECT count(*) FROM requests) AS "Value" """).SingleAsync());
}
