using Gms.Platform;
using Gms.Reintegration.Casework;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Tests.Referrals;

public sealed class ReferralCallsTests(ReintegrationHost host) : IClassFixture<ReintegrationHost>
{
    readonly Proto.Referrals.ReferralsClient _counsellor = new(host.As(A.Counsellor, "reintegration"));

    Proto.Referrals.ReferralsClient As(string organisation) => new(host.As(A.PartnerOfficer(organisation), "reintegration"));

    [Fact]
    public async Task A_partner_sees_what_was_referred_to_it_and_nothing_of_the_case()
    {
        var (held, worker) = await host.Assigned();
        var (partner, organisation) = await host.Partner("S03");
        var referral = await host.Referred(held, partner);

        var seen = Assert.Single((await As(organisation).ListReferralsAsync(new())).Referrals);

        Assert.Equal((referral, worker, "S03", "A health check", ""), (seen.ReferralId, seen.WorkerNumber, seen.Service, seen.Needed, seen.CaseId));
        var officer = host.As(A.PartnerOfficer(organisation), "reintegration");
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => new Proto.Cases.CasesClient(officer).GetCaseAsync(new() { CaseId = held })));
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => new Proto.Assessments.AssessmentsClient(officer).ListAssessmentsAsync(new() { CaseId = held })));
        Assert.Equal(["CASE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => As(organisation).ListReferralsAsync(new() { CaseId = held })));
    }

    [Fact]
    public async Task A_partner_of_the_same_country_does_not_read_another_s_referral_nor_answer_it()
    {
        var (held, _) = await host.Assigned();
        var (partner, _) = await host.Partner("S03");
        var (_, other) = await host.Partner("S03");
        var referral = await host.Referred(held, partner);

        Assert.Equal(["REFERRAL_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => As(other).GetReferralAsync(new() { ReferralId = referral })));
        Assert.Equal(["REFERRAL_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => Answer(other, referral)));
        Assert.Equal(["REFERRAL_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => As("").GetReferralAsync(new() { ReferralId = referral })));
        Assert.Empty((await As(other).ListReferralsAsync(new())).Referrals);
    }

    [Fact]
    public async Task After_revocation_the_partner_reads_nothing_and_the_case_keeps_what_came_of_it()
    {
        var (held, worker) = await host.Assigned();
        var (partner, organisation) = await host.Partner("S03");
        var (sent, done) = (await host.Referred(held, partner), await host.Referred(held, partner));
        await Answer(organisation, done);
        await Finish(organisation, done, Proto.ReferralResult.Helped);

        await Revoke(_counsellor, sent);
        await Revoke(new(host.As(Who.TheWorker(worker), "own-record")), done);

        foreach (var referral in new[] { sent, done })
        {
            Assert.Equal(["REFERRAL_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => As(organisation).GetReferralAsync(new() { ReferralId = referral })));
            Assert.Equal(["REFERRAL_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => Answer(organisation, referral)));
        }
        Assert.Empty((await As(organisation).ListReferralsAsync(new())).Referrals);
        Assert.Equal([Proto.ReferralState.Revoked, Proto.ReferralState.Done], (await _counsellor.ListReferralsAsync(new() { CaseId = held })).Referrals.Select(r => r.State));
        Assert.Equal(["REFERRAL_STATE_WRONG"], await Refused.Codes(StatusCode.FailedPrecondition, () => Revoke(_counsellor, sent)));
    }

    [Fact]
    public async Task A_referral_without_consent_sends_nothing()
    {
        var (held, _) = await host.Assigned();
        var (partner, _) = await host.Partner("S03");

        Assert.Equal(["REFERRAL_WITHOUT_CONSENT"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.SendReferralAsync(new() { RequestId = Given.New(), CaseId = held, PartnerId = partner, Service = "S03", Needed = "A health check" })));
        Assert.Empty((await _counsellor.ListReferralsAsync(new() { CaseId = held })).Referrals);
    }

    [Fact]
    public async Task A_decline_needs_a_reason_becomes_a_work_item_and_another_partner_settles_it()
    {
        var (held, _) = await host.Assigned();
        var (partner, organisation) = await host.Partner("S03");
        var (second, secondOrganisation) = await host.Partner("S03");
        var referral = await host.Referred(held, partner);
        Assert.Equal(["REFERRAL_DECLINED_WITHOUT_REASON"], await Refused.Codes(StatusCode.FailedPrecondition, () => Answer(organisation, referral, Proto.ReferralAnswer.Decline, "")));
        await Answer(organisation, referral, Proto.ReferralAnswer.Decline, "No place this month.");
        Assert.Equal(WorkItemState.Open, await ItemOf(held));

        Assert.Equal(["REFERRAL_WITHOUT_CONSENT"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.TransferReferralAsync(new() { RequestId = Given.New(), ReferralId = referral, PartnerId = second, Reason = "Declined." })));
        var next = (await _counsellor.TransferReferralAsync(new() { RequestId = Given.New(), ReferralId = referral, PartnerId = second, Reason = "Declined.", Consent = Given.Consent })).ReferralId;

        Assert.Equal(WorkItemState.Closed, await ItemOf(held));
        Assert.Equal(next, Assert.Single((await As(secondOrganisation).ListReferralsAsync(new())).Referrals).ReferralId);
        Assert.Empty((await As(organisation).ListReferralsAsync(new())).Referrals);
        Assert.Equal(next, (await _counsellor.GetReferralAsync(new() { ReferralId = referral })).Referral.NextReferralId);
    }

    [Fact]
    public async Task An_answer_is_waited_for_then_the_end_and_then_nothing()
    {
        var (held, _) = await host.Assigned();
        var (partner, organisation) = await host.Partner("S03");
        var referral = await host.Referred(held, partner);
        Assert.Equal([Step.ReferralAnswer], await Waiting(referral));
        await Answer(organisation, referral);
        Assert.Equal([Step.ReferralDone], await Waiting(referral));
        await Finish(organisation, referral, Proto.ReferralResult.NotHelped);
        Assert.Empty(await Waiting(referral));
    }

    [Fact]
    public async Task A_skill_is_recognised_by_the_body_that_was_told_it_and_the_reply_stands_with_the_skill()
    {
        var (held, _) = await host.Assigned();
        var (partner, organisation) = await host.Partner("S07", "S08");
        var skills = new Proto.Skills.SkillsClient(host.As(A.Counsellor, "reintegration"));
        Assert.Equal(["SKILL_OCCUPATION_MALFORMED"], await Refused.Codes(StatusCode.InvalidArgument, () => skills.RecordSkillAsync(new() { RequestId = Given.New(), CaseId = held, Occupation = "815", Months = 20, LearnedIn = "TH" })));
        var skill = (await skills.RecordSkillAsync(new() { RequestId = Given.New(), CaseId = held, Occupation = "8153", Months = 22, LearnedIn = "TH", Certificates = { "Sewing, level 1" } })).SkillId;
        Proto.SendReferralRequest Asking(string service, params string[] told) => new() { RequestId = Given.New(), CaseId = held, PartnerId = partner, Service = service, Needed = "Recognise the skill", Consent = Given.Consent, SkillIds = { told } };
        Assert.Equal(["REFERRAL_WITHOUT_SKILL"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.SendReferralAsync(Asking("S08"))));
        Assert.Equal(["SKILL_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => _counsellor.SendReferralAsync(Asking("S08", Given.New()))));

        var recognition = (await _counsellor.SendReferralAsync(Asking("S08", skill))).ReferralId;
        Assert.Equal("8153", Assert.Single((await As(organisation).GetReferralAsync(new() { ReferralId = recognition })).Referral.Skills).Occupation);
        await Answer(organisation, recognition);
        Assert.Equal(["REFERRAL_RESULT_WRONG"], await Refused.Codes(StatusCode.FailedPrecondition, () => Finish(organisation, recognition, Proto.ReferralResult.Employed)));
        await Finish(organisation, recognition, Proto.ReferralResult.Recognised);

        var shown = Assert.Single(Assert.Single((await skills.ListSkillsAsync(new() { CaseId = held })).Skills).Recognitions);
        Assert.Equal((Proto.ReferralState.Done, Proto.ReferralResult.Recognised, "As agreed."), (shown.State, shown.Result, shown.Reply));
    }

    [Fact]
    public async Task An_ended_partner_takes_no_referral_and_reads_none()
    {
        var (held, _) = await host.Assigned();
        var (partner, organisation) = await host.Partner("S03");
        var referral = await host.Referred(held, partner);
        var partners = new Proto.Partners.PartnersClient(host.As(A.Ministry, "reintegration"));
        Assert.Equal(["PARTNER_TWICE"], await Refused.Codes(StatusCode.FailedPrecondition, () => partners.RegisterPartnerAsync(new() { RequestId = Given.New(), Country = "LA", Name = "Again", Organisation = organisation, Services = { "S03" } })));

        await partners.EndPartnerAsync(new() { RequestId = Given.New(), PartnerId = partner });

        Assert.Equal(["REFERRAL_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => As(organisation).GetReferralAsync(new() { ReferralId = referral })));
        Assert.Equal(["PARTNER_ENDED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _counsellor.SendReferralAsync(new() { RequestId = Given.New(), CaseId = held, PartnerId = partner, Service = "S03", Needed = "Help", Consent = Given.Consent })));
        Assert.DoesNotContain(partner, (await partners.ListPartnersAsync(new() { Country = "LA" })).Partners.Select(p => p.PartnerId));
    }

    [Fact]
    public async Task A_partner_whose_organisation_is_the_case_s_office_has_its_own_referrals_only_and_only_until_they_are_revoked()
    {
        var (held, _) = await host.Returned();
        var (office, organisation) = await host.Partner("S03");
        var (other, _) = await host.Partner("S03");
        await new Proto.Cases.CasesClient(host.As(A.Counsellor)).AssignCounsellorAsync(new() { RequestId = Given.New(), CaseId = held, Office = organisation });
        var (own, another) = (await host.Referred(held, office), await host.Referred(held, other));

        Assert.Equal(["REFERRAL_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => As(organisation).GetReferralAsync(new() { ReferralId = another })));
        Assert.Equal(["REFERRAL_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => Answer(organisation, another)));
        await Revoke(_counsellor, own);
        Assert.Equal(["REFERRAL_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => As(organisation).GetReferralAsync(new() { ReferralId = own })));
        Assert.Equal(["REFERRAL_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => Answer(organisation, own)));
    }

    [Fact]
    public async Task When_a_case_is_closed_no_partner_reads_on_or_answers()
    {
        var (held, _) = await host.Assigned();
        var (partner, organisation) = await host.Partner("S03");
        var (sent, done) = (await host.Referred(held, partner), await host.Referred(held, partner));
        await Answer(organisation, done);
        await Finish(organisation, done, Proto.ReferralResult.Helped);

        await new Proto.Cases.CasesClient(host.As(A.Counsellor)).CloseCaseAsync(new() { RequestId = Given.New(), CaseId = held, Outcome = Proto.CaseOutcome.Declined });

        Assert.Equal(["REFERRAL_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => Answer(organisation, sent)));
        Assert.Empty((await As(organisation).ListReferralsAsync(new())).Referrals);
        Assert.Equal([(Proto.ReferralState.Revoked, "The case was closed."), (Proto.ReferralState.Done, "As agreed.")], (await _counsellor.ListReferralsAsync(new() { CaseId = held })).Referrals.Select(r => (r.State, r.Reason)));
        Assert.Empty(await Waiting(sent));
    }

    [Fact]
    public async Task Whose_partner_ends_waits_for_it_no_more_and_an_officer_is_told()
    {
        var (held, worker) = await host.Assigned();
        var (partner, _) = await host.Partner("S03");
        var referral = await host.Referred(held, partner);

        await new Proto.Partners.PartnersClient(host.As(A.Ministry, "reintegration")).EndPartnerAsync(new() { RequestId = Given.New(), PartnerId = partner });

        Assert.Empty(await Waiting(referral));
        var item = await host.Db(db => db.WorkItems.AsNoTracking().SingleAsync(i => i.Kind == "REFERRAL_PARTNER_ENDED" && i.Key.EndsWith(Guid.Parse(referral).ToString("N"))));
        Assert.Equal((referral, worker), (item.Facts["referral_id"], Assert.Single(item.Subjects)));
        Assert.Equal("The partner no longer takes referrals.", (await _counsellor.GetReferralAsync(new() { ReferralId = referral })).Referral.Reason);
    }

    [Fact]
    public async Task A_referral_that_is_being_sent_while_its_partner_ends_is_refused_and_leaves_nothing_to_read()
    {
        var (held, _) = await host.Assigned();
        var (partner, organisation) = await host.Partner("S03");
        await using var database = NpgsqlDataSource.Create(host.Database.AppConnection);
        await using var ending = await database.OpenConnectionAsync();
        await using var transaction = await ending.BeginTransactionAsync();
        await using (var end = new NpgsqlCommand("UPDATE partners SET ended_on = registered_on WHERE id = $1", ending, transaction) { Parameters = { new() { Value = Guid.Parse(partner) } } })
            await end.ExecuteNonQueryAsync();

        var sending = host.Referred(held, partner);
        await Eventually.Becomes(() => host.Db(db => db.Database.SqlQuery<long>($"""SELECT count(*) AS "Value" FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FOR SHARE%'""").SingleAsync()), waiting => waiting > 0);
        await transaction.CommitAsync();

        Assert.Equal(["PARTNER_ENDED"], (await Assert.ThrowsAsync<RpcException>(() => sending)).Problems().Select(p => p.Code));
        Assert.Empty((await As(organisation).ListReferralsAsync(new())).Referrals);
    }

    [Fact]
    public async Task A_declined_referral_that_is_revoked_needs_no_other_partner()
    {
        var (held, _) = await host.Assigned();
        var (partner, organisation) = await host.Partner("S03");
        var referral = await host.Referred(held, partner);
        await Answer(organisation, referral, Proto.ReferralAnswer.Decline, "No place this month.");

        await Revoke(_counsellor, referral);

        Assert.Equal(WorkItemState.Closed, await ItemOf(held));
    }

    AsyncUnaryCall<Proto.AnswerReferralResponse> Answer(string organisation, string referral, Proto.ReferralAnswer answer = Proto.ReferralAnswer.Accept, string reason = "") =>
        As(organisation).AnswerReferralAsync(new() { RequestId = Given.New(), ReferralId = referral, Answer = answer, Reason = reason });

    AsyncUnaryCall<Proto.FinishReferralResponse> Finish(string organisation, string referral, Proto.ReferralResult result) =>
        As(organisation).FinishReferralAsync(new() { RequestId = Given.New(), ReferralId = referral, Result = result, Reply = "As agreed." });

    static AsyncUnaryCall<Proto.RevokeReferralResponse> Revoke(Proto.Referrals.ReferralsClient who, string referral) => who.RevokeReferralAsync(new() { RequestId = Given.New(), ReferralId = referral, Reason = "The worker wants it so." });

    Task<List<Step>> Waiting(string referral) => host.Db(db => db.Set<StepWatch>().Where(w => w.SubjectId == Guid.Parse(referral)).Select(w => w.Step).ToListAsync());

    Task<WorkItemState> ItemOf(string held) => host.Db(db => db.WorkItems.Where(i => i.Kind == "REFERRAL_DECLINED" && i.Key.StartsWith(Guid.Parse(held).ToString("N"))).Select(i => i.State).SingleAsync());
}
