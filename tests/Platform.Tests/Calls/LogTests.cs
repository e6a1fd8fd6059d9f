using Gms.Registry;
using Gms.Testing;
using Gms.Type.V1;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Platform.Tests.Calls;

/// <summary>The Registry with every line kept that any part of it would log at Debug.</summary>
public sealed class TalkingRegistry() : ServiceHost<RegistryDb>(Gms.Registry.Program.Service())
{
    public CapturedLog Log { get; } = new();

    protected override void Replace(IServiceCollection services) => Log.AddTo(services);
}

public sealed class LogTests(TalkingRegistry host) : IClassFixture<TalkingRegistry>
{
    const string Name = "Somphone Unmistakable", Number = "PA9182736455", Born = "1987-03-19";

    [Fact]
    public async Task No_line_of_any_log_holds_what_a_request_said_of_a_person()
    {
        host.Announce("");    // EF Core and the gRPC engine call a refusal an error; in life they are not listened to
        var officer = new Proto.Workers.WorkersClient(host.As(Who.Is(Role.MinistryOfficer, "LA"), "enrolment"));
        var request = Enrolment();

        var number = (await officer.EnrolWorkerAsync(request)).WorkerNumber;
        await officer.EnrolWorkerAsync(request);
        await officer.GetWorkerAsync(new() { WorkerNumber = number });
        await Fails(() => officer.EnrolWorkerAsync(Enrolment()));    // the document is enrolled: a constraint breaks
        await Fails(() => officer.EnrolWorkerAsync(Enrolment(r => (r.RequestId, r.Province) = (request.RequestId, "LA-SV"))));
        await Fails(() => officer.EnrolWorkerAsync(Enrolment(r => r.Names[0].Full += "\0")));
        await Fails(() => officer.EnrolWorkerAsync(Enrolment(r => r.Names[0].Full += new string('x', 300))));
        await Fails(() => officer.EnrolWorkerAsync(Enrolment(r => r.BirthDate.Month = 13)));
        await Fails(() => officer.EnrolWorkerAsync(Enrolment(r => r.Country = Name)));
        await Fails(() => officer.EnrolWorkerAsync(Enrolment(r => r.RequestId = Name)));
        await Fails(() => officer.GetWorkerAsync(new() { WorkerNumber = Name }));
        await Fails(() => new Proto.Workers.WorkersClient(host.WithToken(null)).EnrolWorkerAsync(Enrolment()));
        await DamagedText.Send(host, Proto.Workers.Descriptor.FindMethodByName("EnrolWorker"), [.. Enrolment().ToByteArray(), 0xFF]);
        await DamagedText.Send(host, Proto.Workers.Descriptor.FindMethodByName("EnrolWorker"), Enrolment(r => r.Names[0].Full += new string('x', 5_000_000)).ToByteArray());

        Assert.True(host.Log.Lines.Count > 100, "Nothing was captured.");
        Assert.DoesNotContain(host.Log.Lines, line => Told.Any(told => line.Contains(told, StringComparison.OrdinalIgnoreCase)));
    }

    static IEnumerable<string> Told => [Name, "Unmistakable", Number, Number[2..], Born, "19.03.1987", "03/19/1987"];

    static Proto.EnrolWorkerRequest Enrolment(Action<Proto.EnrolWorkerRequest>? change = null)
    {
        var request = new Proto.EnrolWorkerRequest
        {
            RequestId = Guid.NewGuid().ToString(),
            Country = "LA",
            Names = { new PersonName { Full = Name } },
            BirthDate = new() { Year = 1987, Month = 3, Day = 19 },
            Sex = Proto.Sex.Female,
            Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = Number },
        };
        change?.Invoke(request);
        return request;
    }

    static Task<RpcException> Fails<T>(Func<AsyncUnaryCall<T>> call) => Assert.ThrowsAsync<RpcException>(async () => await call());
}
