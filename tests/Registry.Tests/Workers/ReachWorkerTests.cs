using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Workers;

public sealed class ReachWorkerTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    readonly Proto.Workers.WorkersClient _officer = new(host.As(Who.Is(Role.MinistryOfficer, "LA"), "enrolment"));
    readonly Proto.Workers.WorkersClient _access = new(host.As(Who.ServiceItself("access"), "own-record"));

    [Fact]
    public async Task Access_is_told_telephones_and_mail_in_the_worker_s_order_and_nothing_else_and_the_worker_sees_it()
    {
        var worker = (await _officer.EnrolWorkerAsync(A.Enrolment())).WorkerNumber;
        await _officer.UpdateContactsAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(),
            WorkerNumber = worker,
            ContactFacts = new()
            {
                Contacts =
                {
                    new Proto.Contact { Kind = Proto.ContactKind.Other, Value = "ask the head of Ban Xieng" },
                    new Proto.Contact { Kind = Proto.ContactKind.Email, Value = "reach@example.org" },
                    new Proto.Contact { Kind = Proto.ContactKind.Phone, Value = "+8562055550177" },
                },
                Languages = { "km", "lo" },
            },
        });

        var reached = await _access.ReachWorkerAsync(new() { WorkerNumber = worker });

        Assert.True(reached.Exists);
        Assert.Equal(["reach@example.org", "+8562055550177"], reached.Addresses.Select(c => c.Value));
        Assert.Equal(["km", "lo"], reached.Languages);
    }

    [Fact]
    public async Task A_number_that_nobody_has_is_an_answer() =>
        Assert.False((await _access.ReachWorkerAsync(new() { WorkerNumber = WorkerNumber.New("LA") })).Exists);

    [Fact]
    public async Task Nobody_but_Access_may_ask()
    {
        var recruitment = new Proto.Workers.WorkersClient(host.As(Who.ServiceItself("recruitment"), "own-record"));
        var officer = new Proto.Workers.WorkersClient(host.As(Who.Is(Role.MinistryOfficer, "LA"), "own-record"));

        foreach (var caller in new[] { recruitment, officer })
            await Refused.With(StatusCode.PermissionDenied, () => caller.ReachWorkerAsync(new() { WorkerNumber = WorkerNumber.New("LA") }));
    }
}
