using Gms.Platform;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Corrections;

public sealed class ApproveCorrectionTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    readonly Proto.Workers.WorkersClient _workers = new(host.As(Who.Is(Role.MinistryOfficer, "LA"), "enrolment"));
    readonly Proto.Corrections.CorrectionsClient _first = new(host.As(Who.Is(Role.MinistryOfficer, "LA") with { Account = "officer-one" }, "enrolment"));
    readonly Proto.Corrections.CorrectionsClient _second = new(host.As(Who.Is(Role.MinistryOfficer, "LA") with { Account = "officer-two" }, "enrolment"));

    [Fact]
    public async Task A_birth_date_is_corrected_by_two_officers_and_the_old_one_stays_readable()
    {
        var number = await Enrolled();
        var proposed = await _first.ProposeCorrectionAsync(Correction(number, new() { BirthDate = new() { Year = 1998, Month = 7, Day = 3 } }));
        Assert.Equal(Proto.CorrectionState.Proposed, proposed.State);
        Assert.Equal(1999, (await Shown(number)).BirthDate.Year);

        Assert.Equal(["CORRECTION_SAME_OFFICER"], await Refused.Codes(StatusCode.FailedPrecondition, () => _first.ApproveCorrectionAsync(Decide(proposed.CorrectionId))));
        var approved = await _second.ApproveCorrectionAsync(Decide(proposed.CorrectionId));

        Assert.Equal(Proto.CorrectionState.Applied, approved.State);
        Assert.Equal(new Date { Year = 1998, Month = 7, Day = 3 }, (await Shown(number)).BirthDate);
        var listed = Assert.Single((await _first.ListCorrectionsAsync(new() { WorkerNumber = number })).Corrections);
        Assert.Equal((new Date { Year = 1999, Month = 7 }, new Date { Year = 1998, Month = 7, Day = 3 }), (listed.OldValue.BirthDate, listed.NewValue.BirthDate));
        var told = Assert.Single(await host.Db(db => db.Outbox.Where(e => e.SubjectId == number && e.Name == "gms.registry.worker-corrected:1").ToListAsync()));
        Assert.DoesNotContain("1998", told.Body[..told.Body.IndexOf("occurredAt", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Equal(["CORRECTION_DECIDED_ALREADY"], await Refused.Codes(StatusCode.FailedPrecondition, () => _second.RejectCorrectionAsync(new() { RequestId = Id(), CorrectionId = proposed.CorrectionId, Reason = "too late" })));
    }

    [Fact]
    public async Task A_married_name_takes_the_place_of_the_old_one_in_every_script()
    {
        var number = await Enrolled();
        var value = new Proto.FactValue { Names = new() { Names = { new PersonName { Full = "Example Married" } } } };
        var request = Correction(number, value);
        request.Reason = Proto.CorrectionReason.MarriageOrDivorce;
        request.EffectiveOn = new() { Year = 2026, Month = 5, Day = 1 };

        var before = (await Shown(number)).Names.Select(n => n.Full).ToList();

        await _second.ApproveCorrectionAsync(Decide((await _first.ProposeCorrectionAsync(request)).CorrectionId));

        Assert.Equal(["Example Married"], (await Shown(number)).Names.Select(n => n.Full));
        var found = await new Proto.Duplicates.DuplicatesClient(host.As(Who.Is(Role.MinistryOfficer, "LA"), "enrolment")).FindDuplicatesAsync(new()
        {
            Country = "LA", Names = { new PersonName { Full = "Married Example" } }, BirthDate = new() { Year = 1999, Month = 7 }, Sex = Proto.Sex.Female, Nationality = "LA", Province = "LA-SV",
        });
        Assert.Contains(number, found.Candidates.Select(c => c.WorkerNumber));
        Assert.Equal(before, Assert.Single((await _first.ListCorrectionsAsync(new() { WorkerNumber = number })).Corrections).OldValue.Names.Names.Select(n => n.Full));
    }

    [Fact]
    public async Task A_nationality_is_corrected_by_one_officer_and_only_proposed_by_the_worker()
    {
        var number = await Enrolled();
        var worker = new Proto.Corrections.CorrectionsClient(host.As(Who.TheWorker(number), "own-record"));

        var own = await worker.ProposeCorrectionAsync(Correction(number, new() { Nationality = new() { Stateless = true } }));
        Assert.Equal(Proto.CorrectionState.Proposed, own.State);
        await _first.RejectCorrectionAsync(new() { RequestId = Id(), CorrectionId = own.CorrectionId, Reason = "no evidence was shown" });
        var applied = await _first.ProposeCorrectionAsync(Correction(number, new() { Nationality = new() { Nationality = "TH" } }));

        Assert.Equal(Proto.CorrectionState.Applied, applied.State);
        Assert.Equal("TH", (await Shown(number)).Nationality);
    }

    [Fact]
    public async Task Two_proposals_for_one_fact_and_one_that_the_record_has_overtaken_are_refused()
    {
        var number = await Enrolled();
        var first = await _first.ProposeCorrectionAsync(Correction(number, new() { Sex = Proto.Sex.Other }));

        Assert.Equal(["CORRECTION_PROPOSED_ALREADY"], await Refused.Codes(StatusCode.FailedPrecondition, () => _first.ProposeCorrectionAsync(Correction(number, new() { Sex = Proto.Sex.Male }))));
        await host.Db(db => db.Database.ExecuteSqlAsync($"UPDATE workers SET sex = 'Male' WHERE worker_number = {number}"));
        Assert.Equal(["CORRECTION_OVERTAKEN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _second.ApproveCorrectionAsync(Decide(first.CorrectionId))));
    }

    [Fact]
    public async Task Another_country_neither_sees_nor_decides()
    {
        var number = await Enrolled();
        var proposed = await _first.ProposeCorrectionAsync(Correction(number, new() { Sex = Proto.Sex.Other }));
        var khmer = new Proto.Corrections.CorrectionsClient(host.As(Who.Is(Role.MinistryOfficer, "KH"), "enrolment"));

        Assert.Equal(["CORRECTION_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => khmer.ApproveCorrectionAsync(Decide(proposed.CorrectionId))));
        Assert.Equal(["WORKER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => khmer.ListCorrectionsAsync(new() { WorkerNumber = number })));
        Assert.Contains(proposed.CorrectionId, (await _second.ListProposedCorrectionsAsync(new() { Country = "LA", PageSize = 200 })).Corrections.Select(c => c.CorrectionId));
    }

    async Task<string> Enrolled() => (await _workers.EnrolWorkerAsync(A.Enrolment())).WorkerNumber;

    async Task<Proto.GetWorkerResponse> Shown(string number) => await _workers.GetWorkerAsync(new() { WorkerNumber = number });

    static Proto.ProposeCorrectionRequest Correction(string number, Proto.FactValue value) => new()
    {
        RequestId = Id(),
        WorkerNumber = number,
        Value = value,
        Reason = Proto.CorrectionReason.DocumentSaysOtherwise,
        Evidence = Proto.Evidence.OriginalSeen,
        EvidenceReference = "file 7",
    };

    static Proto.ApproveCorrectionRequest Decide(string correction) => new() { RequestId = Id(), CorrectionId = correction };

    static string Id() => Guid.NewGuid().ToString();
}
