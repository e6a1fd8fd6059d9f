using Gms.Events.Registry;
using Gms.Platform;
using Gms.Reintegration.Assessments;
using Gms.Reintegration.Cases;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Tests.Cases;

public sealed class OnWorkerErasedTests(ReintegrationHost host) : IClassFixture<ReintegrationHost>
{
    const string Told = "Only-this-person-said-so";

    readonly Proto.Cases.CasesClient _cases = new(host.As(A.Counsellor, "reintegration"));

    [Fact]
    public async Task Nothing_that_was_told_stands_in_the_clear_anywhere_and_those_of_the_case_read_it()
    {
        var told = await Everything();

        Assert.Empty(await InTheClear());
        Assert.Equal(Told, Assert.Single((await Shown(told.Case)).Signs).Reason);
        Assert.Contains(Told, (await Shown(told.Case)).Triage.Reasons.Single(r => r.Sign == "DEBT").Because, StringComparison.Ordinal);
        Assert.Equal([Told], (await new Proto.Plans.PlansClient(host.As(A.Counsellor, "reintegration")).GetPlanAsync(new() { PlanId = told.Plan })).Plan.Goals);
        Assert.Contains(Told, await Taken(told.Worker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_erased_person_nothing_told_is_left_for_anybody_and_days_states_and_amounts_are()
    {
        var told = await Everything();
        var other = await Everything();

        await Erase(told.Worker);

        var shown = await Shown(told.Case);
        Assert.Equal((told.Worker, "", ""), (shown.WorkerNumber, Assert.Single(shown.Signs).Reason, Assert.Single(shown.Reopenings).Reason));
        Assert.Empty((await new Proto.Plans.PlansClient(host.As(A.Counsellor, "reintegration")).GetPlanAsync(new() { PlanId = told.Plan })).Plan.Goals);
        var claim = Assert.Single((await new Proto.Claims.ClaimsClient(host.As(A.Counsellor, "reintegration")).ListClaimsAsync(new() { CaseId = told.Case })).Claims);
        Assert.Equal(("", "", "", 700L), (claim.Text, claim.NextStep, Assert.Single(claim.Steps).Note, claim.Amount.Minor));
        Assert.Empty(Assert.Single((await new Proto.Skills.SkillsClient(host.As(A.Counsellor, "reintegration")).ListSkillsAsync(new() { CaseId = told.Case })).Skills).Certificates);
        Assert.Equal(["SEX"], Assert.Single((await new Proto.Assessments.AssessmentsClient(host.As(A.Counsellor, "reintegration")).ListAssessmentsAsync(new() { CaseId = told.Case })).Assessments).Answers.Select(a => a.Question));
        Assert.DoesNotContain(Told, await Taken(told.Worker), StringComparison.Ordinal);
        Assert.Contains(Told, await Taken(other.Worker), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_taken_before_the_erasure_opens_nothing_that_is_left_and_the_case_takes_no_more_words()
    {
        var told = await Everything();
        await Erase(told.Worker);

        Assert.True(await host.Db(db => db.Cases.Where(c => c.Id == Guid.Parse(told.Case)).Select(c => c.CaseKey == null && c.ErasedAt != null).SingleAsync()));
        Assert.Equal(["CASE_ERASED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _cases.RecordSignAsync(Sign(told.Case, "CHILDREN"))));
        Assert.Equal(["CASE_ERASED"], await Refused.Codes(StatusCode.FailedPrecondition, () => new Proto.Assessments.AssessmentsClient(host.As(A.Counsellor, "reintegration")).SaveAnswersAsync(Given.Answers(told.Case, Proto.AssessmentKind.Needs, DateTimeOffset.UtcNow))));
        Assert.Contains("CASE_ERASED", await Refused.Codes(StatusCode.FailedPrecondition, () => new Proto.FollowUps.FollowUpsClient(host.As(A.Counsellor, "reintegration")).RecordFollowUpAsync(new() { RequestId = Given.New(), CaseId = told.Case, Month = 3, AssessmentId = Given.New(), Intention = Proto.Intention.Stay })));
        Assert.Equal(Proto.CaseState.Closed, (await _cases.CloseCaseAsync(new() { RequestId = Given.New(), CaseId = told.Case, Outcome = Proto.CaseOutcome.Declined })).State);
    }

    [Fact]
    public async Task The_database_itself_refuses_an_answer_that_comes_after_the_erasure()
    {
        var told = await Everything();
        await Erase(told.Worker);

        await using var database = NpgsqlDataSource.Create(host.Database.AppConnection);
        await using var command = database.CreateCommand($"INSERT INTO assessment_answers (id, assessment_id, question, value, answered_at) SELECT gen_random_uuid(), id, 'TALK', 'YES', now() FROM assessments WHERE case_id = '{told.Case}'");
        Assert.Equal("assessment_answers_of_nobody_erased", (await Assert.ThrowsAsync<PostgresException>(command.ExecuteNonQueryAsync)).ConstraintName);
    }

    [Fact]
    public async Task A_partner_reads_nothing_of_an_erased_person()
    {
        var told = await Everything();
        var partner = new Proto.Referrals.ReferralsClient(host.As(A.PartnerOfficer(told.Organisation), "reintegration"));
        Assert.Equal(Told, (await partner.GetReferralAsync(new() { ReferralId = told.Referral })).Referral.Needed);

        await Erase(told.Worker);

        Assert.Equal(["REFERRAL_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => partner.GetReferralAsync(new() { ReferralId = told.Referral })));
        Assert.Empty(await host.Db(db => db.Set<Gms.Reintegration.Casework.StepWatch>().Where(w => w.SubjectId == Guid.Parse(told.Referral)).ToListAsync()));
    }

    [Fact]
    public async Task What_was_written_before_cases_had_keys_is_read_and_erased_too()
    {
        var (held, worker) = await host.Assigned();
        await _cases.RecordSignAsync(Sign(held, "DEBT"));
        await Sql($"UPDATE cases SET case_key = NULL, key_version = NULL WHERE id = '{held}'");
        await Sql($"UPDATE case_signs SET reason_encrypted = '\\xffffffff'::bytea || convert_to('{Told} in the clear', 'UTF8') WHERE case_id = '{held}'");
        Assert.Equal($"{Told} in the clear", Assert.Single((await Shown(held)).Signs).Reason);

        await _cases.RecordSignAsync(Sign(held, "CHILDREN"));
        Assert.Equal([Told, $"{Told} in the clear"], (await Shown(held)).Signs.Select(s => s.Reason).Order(StringComparer.Ordinal));

        await Erase(worker);
        Assert.All((await Shown(held)).Signs, s => Assert.Empty(s.Reason));
        Assert.Empty(await InTheClear());
    }

    [Fact]
    public async Task After_a_rotation_every_key_is_wrapped_anew_and_opens_what_it_opened()
    {
        var told = await Everything();
        var keys = host.Services.GetRequiredService<IKeys>();
        var before = await KeyVersion(told.Case);

        keys.Rotate(KeyKind.Column, host.Services.GetRequiredService<ServiceIdentity>().Client);

        Assert.Equal(before + 1, await Eventually.Becomes(() => KeyVersion(told.Case), version => version == before + 1));
        Assert.Equal(Told, Assert.Single((await Shown(told.Case)).Signs).Reason);
    }

    Task<int?> KeyVersion(string held) => host.Db(db => db.Cases.Where(c => c.Id == Guid.Parse(held)).Select(c => c.KeyVersion).SingleAsync());

    /// <summary>A case in which every kind of words was told.</summary>
    async Task<(string Case, string Plan, string Worker, string Referral, string Organisation)> Everything()
    {
        var (held, worker) = await host.Assigned();
        await _cases.RecordSignAsync(Sign(held, "DEBT"));
        var answers = Given.Answers(held, Proto.AssessmentKind.Needs, DateTimeOffset.UtcNow);
        answers.Answers.Add(new Proto.Answer { AnswerId = Given.New(), Question = "SEX", Value = Questionnaires.Load().Options["sex"][0].Code, AnsweredAt = answers.Answers[0].AnsweredAt });
        await new Proto.Assessments.AssessmentsClient(host.As(A.Counsellor, "reintegration")).SaveAnswersAsync(answers);
        await _cases.CloseCaseAsync(new() { RequestId = Given.New(), CaseId = held, Outcome = Proto.CaseOutcome.Unreachable });
        await _cases.ReopenCaseAsync(new() { RequestId = Given.New(), CaseId = held, Reason = Told });
        var plan = Given.Plan(held);
        plan.Goals.Clear();
        plan.Goals.Add(Told);
        var planned = (await new Proto.Plans.PlansClient(host.As(A.Counsellor, "reintegration")).AgreePlanAsync(plan)).PlanId;
        await new Proto.Claims.ClaimsClient(host.As(A.Counsellor, "reintegration")).OpenClaimAsync(new() { RequestId = Given.New(), CaseId = held, Kind = Proto.ClaimKind.Wages, Against = "TH", Text = Told, NextStep = Told, Amount = new() { Minor = 700, Currency = "THB" } });
        await new Proto.Skills.SkillsClient(host.As(A.Counsellor, "reintegration")).RecordSkillAsync(new() { RequestId = Given.New(), CaseId = held, Occupation = "8153", Months = 9, LearnedIn = "TH", Certificates = { Told } });
        var office = await host.Db(db => db.Cases.Where(c => c.Id == Guid.Parse(held)).Select(c => c.Office!).SingleAsync());
        if (!(await new Proto.Grants.GrantsClient(host.As(A.Ministry, "reintegration")).ListBudgetsAsync(new() { Country = "LA", Year = Given.Today.Year })).Budgets.Any(b => b.Office == office))
            await new Proto.Grants.GrantsClient(host.As(A.Ministry, "reintegration")).SetBudgetAsync(new() { RequestId = Given.New(), Country = "LA", Programme = "LA-RETURN", Office = office, Year = Given.Today.Year, Amount = new() { Minor = 1_000_000, Currency = "LAK" } });
        await new Proto.Grants.GrantsClient(host.As(A.Counsellor, "reintegration")).AskGrantAsync(new() { RequestId = Given.New(), CaseId = held, Programme = "LA-RETURN", Service = "S09", Purpose = Told, Amount = new() { Minor = 5, Currency = "LAK" } });
        var (partner, organisation) = await host.Partner("S03");
        var referral = (await new Proto.Referrals.ReferralsClient(host.As(A.Counsellor, "reintegration")).SendReferralAsync(new() { RequestId = Given.New(), CaseId = held, PartnerId = partner, Service = "S03", Needed = Told, Consent = Given.Consent })).ReferralId;
        return (held, planned, worker, referral, organisation);
    }

    Task Erase(string worker) => host.Deliver<WorkerErased, OnWorkerErased>(new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = DateTimeOffset.UtcNow,
        SubjectId = worker,
        SubjectVersion = 2,
        WorkerNumber = worker,
        Country = "LA",
        Ground = "WorkerAsked",
    });

    /// <summary>All that the worker can take out, as one text.</summary>
    async Task<string> Taken(string worker) =>
        string.Join('\n', (await Exported.Everything(host.As(Who.TheWorker(worker), "own-record"))).SelectMany(t => t.Value).Select(row => row.ToString()));

    /// <summary>Tables of the whole database in whose rows the words can be read, as text or as the bytes of it.</summary>
    async Task<List<string>> InTheClear()
    {
        var bytes = Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(Told));
        var found = new List<string>();
        foreach (var table in await host.Db(db => db.Database.SqlQuery<string>($"""SELECT relname::text AS "Value" FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace""").ToListAsync()))
        {
            await using var database = NpgsqlDataSource.Create(host.Database.StepsConnection);
            await using var command = database.CreateCommand($"SELECT count(*) FROM {table} AS r WHERE r::text LIKE '%' || $1 || '%' OR r::text LIKE '%' || $2 || '%'");
            command.Parameters.Add(new() { Value = Told });
            command.Parameters.Add(new() { Value = bytes });
            if ((long)(await command.ExecuteScalarAsync())! > 0)
                found.Add(table);
        }
        return found;
    }

    async Task Sql(string sql)
    {
        await using var database = NpgsqlDataSource.Create(host.Database.StepsConnection);
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    async Task<Proto.Case> Shown(string held) => (await _cases.GetCaseAsync(new() { CaseId = held })).Case;

    static Proto.RecordSignRequest Sign(string held, string sign) =>
        new() { RequestId = Given.New(), CaseId = held, Sign = sign, SeenOn = Given.Today.ToProto(), SaidBy = Proto.SaidBy.Worker, Reason = Told };
}
