using Gms.Events.Registry;
using Gms.Platform;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Returns;

public sealed class RecordReturnTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    readonly Proto.Returns.ReturnsClient _officer = new(host.Host.As(Who.Is(Role.ReintegrationCounsellor, "LA")));

    static Proto.RecordReturnRequest Return(string worker, string reason = "END_CONTRACT", string to = "LA") =>
        new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, Reason = reason, From = "TH", To = to, ReturnedOn = TimeProvider.System.TodayIn("LA").ToProto() };

    [Fact]
    public async Task A_return_is_told_with_what_reintegration_needs_and_repeats_as_one()
    {
        var worker = await host.Enrolled();
        var request = Return(worker, "FORCED_CONFLICT");

        var answer = await _officer.RecordReturnAsync(request);
        Assert.Equal(answer, await _officer.RecordReturnAsync(request));

        var row = await host.Host.Db(db => db.Outbox.SingleAsync(e => e.SubjectId == answer.ReturnId));
        var happened = (WorkerReturned)EventJson.Read(row.Body, typeof(WorkerReturned));
        Assert.Equal(("gms.registry.worker-returned:1", 1L), (row.Name, row.SubjectVersion));
        Assert.Equal((worker, "LA", "TH", "FORCED_CONFLICT", answer.ReturnId), (happened.WorkerNumber, happened.Country, happened.From, happened.Reason, happened.ReturnId.ToString()));
    }

    [Fact]
    public async Task The_same_return_under_another_request_is_refused()
    {
        var worker = await host.Enrolled();
        await _officer.RecordReturnAsync(Return(worker));

        Assert.Equal(["RETURN_TWICE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.RecordReturnAsync(Return(worker))));
    }

    [Fact]
    public async Task A_departure_that_is_not_the_worker_s_is_refused()
    {
        var request = Return(await host.Enrolled());
        request.DepartureId = Guid.NewGuid().ToString();

        Assert.Equal(["RETURN_DEPARTURE_UNKNOWN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.RecordReturnAsync(request)));
    }

    [Fact]
    public async Task A_reason_that_is_not_listed_an_unknown_worker_and_another_country_are_refused()
    {
        Assert.Equal(["reason"], await Refused.Fields(StatusCode.InvalidArgument, () => _officer.RecordReturnAsync(Return(WorkerNumber.New("LA"), "HOLIDAY"))));
        Assert.Equal(["RETURN_WORKER_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => _officer.RecordReturnAsync(Return(WorkerNumber.New("LA")))));
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => _officer.RecordReturnAsync(Return(WorkerNumber.New("LA"), to: "KH"))));
    }
}
