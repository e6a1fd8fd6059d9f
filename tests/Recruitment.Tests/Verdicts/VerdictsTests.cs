using Gms.Credentials;
using Gms.Platform;
using Gms.Recruitment.Verdicts;
using Gms.Testing;
using Gms.Type.V1;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Verdicts;

public sealed class VerdictTextTests
{
    [Fact]
    public void The_canonical_text_is_pinned() => Assert.Equal(
        """{"kind":"AGENCY","subject":"0195f3a0-0000-7000-8000-000000000001","country":"LA","as_of":"2026-11-22","partner":"TH","for_agency":true,"verified_at":"2026-11-22T05:00:00+00:00","snapshot":"1:1:","rules":"aa","lines":[{"code":"FR01","outcome":"PASS","message":"ບໍ່ມີ","remedy":"","rule":"FR01","source":"s","confidence":"HIGH","effective_from":"","decisive":true,"evidence":"licence 1"}]}""",
        System.Text.Encoding.UTF8.GetString(new VerdictText
        {
            Kind = VerdictKind.Agency,
            Subject = A.AgencyId,
            Country = "LA",
            AsOf = A.Today,
            Partner = "TH",
            ForAgency = true,
            VerifiedAt = RecruitmentHost.Now,
            Snapshot = "1:1:",
            Rules = "aa",
            Lines = [new("FR01", Outcome.Pass, "ບໍ່ມີ", "", "FR01", "s", Confidence.High, "", true, "licence 1")],
        }.Write()));
}

public sealed class VerdictsTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    [Fact]
    public async Task An_agency_keeps_a_verdict_on_an_employer_finds_it_again_and_nobody_else_does()
    {
        var (agency, _, employer, _) = await host.AttestedOrder();
        var (other, _) = await host.LicensedAgency();
        var mine = host.Verdicts(Who.AgencyOfficer(agency, "LA"));

        var kept = (await mine.KeepVerdictAsync(new() { RequestId = Ask.NewId(), Employer = new() { EmployerId = employer }, KeptFor = "before job order 17" })).VerdictId;

        var read = await mine.GetVerdictAsync(new() { VerdictId = kept });
        Assert.Equal((38, "before job order 17", Proto.VerdictKind.Employer, "TH"), (read.Checks.Count, read.Verdict.KeptFor, read.Verdict.Kind, read.Verdict.Country));
        Assert.Equal(kept, Assert.Single((await mine.ListVerdictsAsync(new() { SubjectId = employer })).Verdicts).VerdictId);
        Assert.Empty((await host.Verdicts(Who.AgencyOfficer(other, "LA")).ListVerdictsAsync(new() { SubjectId = employer })).Verdicts);
        Assert.Equal(["VERDICT_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Verdicts(Who.AgencyOfficer(other, "LA")).GetVerdictAsync(new() { VerdictId = kept })));
        Assert.Equal(kept, (await host.Verdicts(Who.Is(Role.Inspector, "LA")).GetVerdictAsync(new() { VerdictId = kept })).Verdict.VerdictId);
    }

    [Fact]
    public async Task A_year_later_the_same_facts_give_the_same_verdict_whatever_was_recorded_since()
    {
        var (agency, worker, contract) = await host.Contract();
        await host.Declarations(Who.TheWorker(worker), "own-record").RecordDeclarationAsync(Ask.Declaration(contract));
        var keeper = host.Verdicts();
        var ofAgency = (await keeper.KeepVerdictAsync(new() { RequestId = Ask.NewId(), Agency = new() { AgencyId = agency.ToString() }, KeptFor = "a complaint" })).VerdictId;
        var ofWorker = (await keeper.KeepVerdictAsync(new() { RequestId = Ask.NewId(), Recruitment = new() { WorkerNumber = worker }, KeptFor = "a complaint" })).VerdictId;

        var paid = Ask.Cost(contract);
        paid.Payer = Proto.Payer.Worker;
        await host.Costs().RecordCostAsync(paid);
        var licence = await host.Db(db => db.Agencies.Where(a => a.Id == agency).SelectMany(a => a.Licences).Select(l => l.Id).SingleAsync());
        await host.Agencies().SuspendLicenceAsync(new() { RequestId = Ask.NewId(), LicenceId = licence.ToString(), Reason = "inspection" });

        var yearLater = host.Verdicts(at: RecruitmentHost.Now.AddYears(1));
        foreach (var id in new[] { ofAgency, ofWorker })
        {
            var check = await yearLater.CheckVerdictAsync(new() { VerdictId = id });
            Assert.Equal((Proto.SignatureState.Valid, false), (check.Signature, check.RulesChanged));
            Assert.Empty(check.Differs);
            Assert.Equal((await keeper.GetVerdictAsync(new() { VerdictId = id })).Checks, check.Checks);
        }
        Assert.Equal(Outcome.Fail, (await host.Compliance().VerifyAgencyAsync(new() { AgencyId = agency.ToString() })).Checks.Single(c => c.Code == "FR04").Outcome);
    }

    [Fact]
    public async Task The_canonical_text_is_what_is_signed_by_a_key_that_everybody_can_read_and_one_other_bit_is_not_ours()
    {
        var (agency, _) = await host.LicensedAgency();
        var id = (await host.Verdicts().KeepVerdictAsync(new() { RequestId = Ask.NewId(), Agency = new() { AgencyId = agency.ToString() }, KeptFor = "a look" })).VerdictId;
        var kept = await host.Verdicts().GetVerdictAsync(new() { VerdictId = id });

        var key = Assert.Single((await new Proto.Verdicts.VerdictsClient(host.WithToken(null)).ListVerdictKeysAsync(new())).Keys, k => k.Country == "LA");
        var signed = SignedCbor.Read(kept.Verdict.Signed.ToByteArray());
        Assert.True(signed.IsSignedBy(new(key.X.ToByteArray(), key.Y.ToByteArray())));
        var text = VerdictText.Parse(signed.Payload);
        Assert.Equal(text.Write(), signed.Payload);
        Assert.Equal(kept.Checks, text.Lines.Select(l => l.ToProto()));

        var random = new Random(5);
        for (var i = 0; i < 50; i++)
        {
            var bytes = kept.Verdict.Signed.ToByteArray();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            Assert.Equal(Proto.SignatureState.NotOurs, (await host.Verdicts().CheckVerdictAsync(new() { Signed = ByteString.CopyFrom(bytes) })).Signature);
        }
        using var stranger = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        Assert.Equal(Proto.SignatureState.NotOurs, (await host.Verdicts().CheckVerdictAsync(new() { Signed = ByteString.CopyFrom(SignedCbor.Sign(text.Write(), stranger, "gms-verdict")) })).Signature);
        Assert.Equal(Proto.SignatureState.NotOurs, (await host.Verdicts().CheckVerdictAsync(new() { Signed = ByteString.CopyFromUtf8("nonsense") })).Signature);
    }

    [Fact]
    public async Task Bad_input_is_refused_and_nothing_is_kept()
    {
        var (agency, worker, _) = await host.Contract();
        var before = await host.Db(db => db.Verdicts.CountAsync());
        var (other, _) = await host.LicensedAgency();

        Assert.Equal(["VERDICT_SUBJECT_MISSING"], await Refused.Codes(StatusCode.InvalidArgument, () => host.Verdicts().KeepVerdictAsync(new() { RequestId = Ask.NewId(), KeptFor = "x" })));
        Assert.Equal(["kept_for"], await Refused.Fields(StatusCode.InvalidArgument, () => host.Verdicts().KeepVerdictAsync(new() { RequestId = Ask.NewId(), Agency = new() { AgencyId = agency.ToString() } })));
        Assert.Equal(["AGENCY_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Verdicts().KeepVerdictAsync(new() { RequestId = Ask.NewId(), Agency = new() { AgencyId = Ask.NewId() }, KeptFor = "x" })));
        Assert.Equal(["CONTRACT_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Verdicts(Who.AgencyOfficer(other, "LA")).KeepVerdictAsync(new() { RequestId = Ask.NewId(), Recruitment = new() { WorkerNumber = worker }, KeptFor = "x" })));
        Assert.Equal(["VERDICT_NOTHING_TO_CHECK"], await Refused.Codes(StatusCode.InvalidArgument, () => host.Verdicts().CheckVerdictAsync(new())));
        Assert.Equal(before, await host.Db(db => db.Verdicts.CountAsync()));
    }
}
