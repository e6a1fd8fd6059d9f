using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gms.Platform.Tests.Calls;

public sealed class RepeatTests(ProbeAlone host) : IClassFixture<ProbeAlone>
{
    [Fact]
    public async Task The_same_request_twenty_times_at_once_changes_once_and_answers_the_same_although_a_constraint_stands_in_between()
    {
        var request = A.Probe("twenty times", "LA-TWENTY");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => (await host.Officer.AddProbeAsync(request)).ProbeId));

        Assert.Single(answers.Distinct());
        Assert.Equal((1, 1), await Counts("twenty times", request.WorkerNumber));
    }

    [Fact]
    public async Task A_repeat_that_a_rule_would_refuse_by_now_is_answered_as_at_first()
    {
        var (request, first) = (A.Probe("overtaken"), new TaskCompletionSource());
        // The second asks before the first has committed, and comes to its rules after that.
        var (late, second) = (new TaskCompletionSource(), 0);
        host.Script.Before = async name =>
        {
            if (name == "overtaken" && Interlocked.Increment(ref second) == 1)
            {
                first.SetResult();
                await late.Task;
                throw Refuse.NotNow(new Problem("PROBE_ALREADY", "It is there already."));
            }
        };

        var overtaken = host.Officer.AddProbeAsync(request).ResponseAsync;
        await first.Task;
        var answer = await host.Officer.AddProbeAsync(request);
        late.SetResult();

        Assert.Equal(answer.ProbeId, (await overtaken).ProbeId);
    }

    [Fact]
    public async Task A_repeated_request_id_with_another_body_twenty_at_once_changes_once()
    {
        var requests = Enumerable.Range(0, 20).Select(i => A.Probe($"body {i}", "LA-BODIES")).ToList();
        requests.ForEach(r => r.RequestId = requests[0].RequestId);

        var outcomes = await Task.WhenAll(requests.Select(async r =>
        {
            try
            {
                return (await host.Officer.AddProbeAsync(r)).ProbeId;
            }
            catch (RpcException refusal)
            {
                return refusal.Problems().Single().Code;
            }
        }));

        Assert.Equal(19, outcomes.Count(o => o == "REQUEST_ID_REUSED"));
        Assert.Equal((1, 1), await Counts("body %", "LA-BODIES"));
    }

    [Fact]
    public async Task A_request_id_of_somebody_else_is_refused_and_tells_nothing()
    {
        var request = A.Probe();
        await host.Officer.AddProbeAsync(request);
        var other = new Gms.Probe.V1.Probes.ProbesClient(host.As(A.Officer with { Account = "somebody-else" }));

        Assert.Equal(["REQUEST_ID_REUSED"], await Refused.Codes(StatusCode.InvalidArgument, () => other.AddProbeAsync(request)));
    }

    [Theory]
    [InlineData("", "FIELD_REQUIRED")]
    [InlineData("1", "ID_MALFORMED")]
    [InlineData("{9e1b4f8e-66a5-4f0b-9d5e-0d8f1f0f7c11}", "ID_MALFORMED")]
    public async Task A_request_id_that_is_none_is_refused(string id, string code)
    {
        var request = A.Probe();
        request.RequestId = id;

        Assert.Equal([code], await Refused.Codes(StatusCode.InvalidArgument, () => host.Officer.AddProbeAsync(request)));
    }

    [Fact]
    public async Task A_refused_request_may_be_put_right_under_the_same_id()
    {
        var request = A.Probe("put right", "FORBIDDEN");
        request.Country = "KH";
        await Refused.With(StatusCode.PermissionDenied, () => host.Officer.AddProbeAsync(request));
        (request.Country, request.WorkerNumber) = ("LA", "LA-RIGHT");

        Assert.NotEqual("", (await host.Officer.AddProbeAsync(request)).ProbeId);
    }

    Task<(int Probes, int Events)> Counts(string name, string subject) => host.Db(async db =>
        (await db.Probes.CountAsync(p => EF.Functions.Like(p.Name, name)), await db.Outbox.CountAsync(e => e.SubjectId == subject)));
}
