using Gms.Platform;
using Gms.Registry.Duplicates;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Duplicates;

public sealed class EnrolmentDuplicatesTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    readonly Proto.Workers.WorkersClient _officer = new(host.As(Who.Is(Role.MinistryOfficer, "LA"), "enrolment"));

    [Fact]
    public async Task A_person_who_comes_again_with_a_new_passport_and_another_spelling_is_told_with_number_score_and_reasons()
    {
        var number = await Enrolled(Somphone("Somphone Phommachanh", 1990));

        var refusal = await Refused.With(StatusCode.FailedPrecondition, () => _officer.EnrolWorkerAsync(Somphone("Pommachan Somphon", 1990)));

        var problem = Assert.Single(refusal.Problems());
        Assert.Equal(("WORKER_PROBABLY_ENROLLED", "not_duplicates"), (problem.Code, problem.Field));
        Assert.Contains(number, problem.Message, StringComparison.Ordinal);
        Assert.Contains("NAME_CLOSE, BIRTH_DATE_EQUAL", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Somphone", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_in_Lao_script_alone_meets_the_romanised_one()
    {
        await Enrolled(Somphone("Latsamy Inthavong", 1985));

        Assert.Equal(["WORKER_PROBABLY_ENROLLED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.EnrolWorkerAsync(Somphone("ລັດສະໝີ ອິນທະວົງ", 1985))));
    }

    [Fact]
    public async Task A_refusal_is_a_disclosure_to_whom_it_tells_of()
    {
        var number = await Enrolled(Somphone("Vilayphone Thammavong", 1986));
        await Refused.With(StatusCode.FailedPrecondition, () => _officer.EnrolWorkerAsync(Somphone("Vilayphone Thammavong", 1986)));

        Assert.Equal(1, await Count("SELECT count(*)::int AS \"Value\" FROM audit WHERE subject = {0} AND fields = 'duplicate'", number));
    }

    [Fact]
    public async Task An_officer_who_says_why_it_is_another_person_enrols_and_is_not_asked_again()
    {
        var first = await Enrolled(Somphone("Khamphet Douangmala", 1987));
        var request = Somphone("Khamphet Douangmala", 1987);
        request.NotDuplicates.Add(new Proto.NotDuplicate { WorkerNumber = first, Reason = "Twins: both stood before me." });

        var second = await Enrolled(request);

        var decision = await host.Db(db => db.DuplicateDecisions.SingleAsync(d => d.WorkerNumber == second || d.OtherNumber == second));
        Assert.Equal((PairDecision.Different, "Twins: both stood before me."), (decision.Decision, decision.Reason));
        Assert.Empty(await Questions(second));
    }

    [Fact]
    public async Task Who_is_only_possibly_the_person_is_enrolled_and_becomes_a_question_for_an_officer()
    {
        var first = await Enrolled(Somphone("Bouasone Sisavath", 1978, province: "LA-SV"));

        var second = await Enrolled(Somphone("Bouasone Sisavath", 1978, day: 0, province: ""));

        var question = Assert.Single(await Questions(second));
        Assert.Equal(("LA", DuplicateCheck.DecidedBy), (question.Country, question.DecidedByCall));
        Assert.Equal([second, first], question.Subjects);
        Assert.DoesNotContain("bouasone", string.Join(' ', question.Facts.Values), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Two_clerks_who_enrol_one_person_at_once_do_not_both_succeed()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                return (await _officer.EnrolWorkerAsync(Somphone("Anousone Rattanavong", 1992))).WorkerNumber;
            }
            catch (RpcException refused) when (refused.Problems().Any(p => p.Code == "WORKER_PROBABLY_ENROLLED"))
            {
                return "";
            }
        }));

        Assert.Single(answers, a => a.Length > 0);
    }

    [Fact]
    public async Task A_record_of_another_holder_is_told_by_number_score_and_reasons()
    {
        var number = await Enrolled(Somphone("Phetsamone Luangrath", 1979));
        var thai = new Proto.Workers.WorkersClient(host.As(Who.Is(Role.MinistryOfficer, "TH"), "enrolment"));
        var request = Somphone("Phetsamone Luangrath", 1979);
        request.Country = "TH";

        var refusal = await Refused.With(StatusCode.FailedPrecondition, () => thai.EnrolWorkerAsync(request));

        Assert.Contains($"{number} in LA", Assert.Single(refusal.Problems()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_added_later_is_found_by()
    {
        var number = await Enrolled(Somphone("Toukta Phanthavong", 1981));
        var passport = $"PB{Random.Shared.Next(1_000_000, 9_999_999)}";
        await new Proto.Documents.DocumentsClient(host.As(Who.Is(Role.MinistryOfficer, "LA"), "enrolment")).AddDocumentAsync(
            new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = number, Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = passport } });

        var record = await host.Db(db => db.MatchRecords.SingleAsync(r => r.WorkerNumber == number));

        Assert.Equal(2, record.Documents.Length);
    }

    [Fact]
    public async Task More_than_twenty_named_are_refused()
    {
        var request = Somphone("Inpeng Sengdala", 1983);
        request.NotDuplicates.AddRange(Enumerable.Range(0, 21).Select(_ => new Proto.NotDuplicate { WorkerNumber = WorkerNumber.New("LA"), Reason = "No." }));

        Assert.Equal(["NOT_DUPLICATES_TOO_MANY"], await Refused.Codes(StatusCode.InvalidArgument, () => _officer.EnrolWorkerAsync(request)));
    }

    async Task<string> Enrolled(Proto.EnrolWorkerRequest request) => (await _officer.EnrolWorkerAsync(request)).WorkerNumber;

    Task<List<WorkItem>> Questions(string number) =>
        host.Db(async db => (await db.WorkItems.AsNoTracking().Where(i => i.Kind == DuplicateCheck.WorkItemKind).ToListAsync()).Where(i => i.Subjects.Contains(number)).ToList());

    Task<int> Count(string sql, string number) => host.Db(db => db.Database.SqlQueryRaw<int>(sql, number).SingleAsync());

    static Proto.EnrolWorkerRequest Somphone(string name, int year, int day = 17, string province = "LA-SV")
    {
        var request = A.Enrolment();
        request.Names.Clear();
        request.Names.Add(new PersonName { Full = name });
        request.BirthDate = day == 0 ? new() { Year = year } : new() { Year = year, Month = 3, Day = day };
        request.Province = province;
        return request;
    }
}
