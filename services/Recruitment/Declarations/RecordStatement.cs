using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Declarations;

partial class DeclarationsService
{
    public override Task<Proto.RecordStatementResponse> RecordStatement(Proto.RecordStatementRequest request, ServerCallContext context)
    {
        var questionnaire = questionnaires.Find(Read.Text(request.Questionnaire, "questionnaire", 20)) ?? throw Refuse.Invalid(StatementProblems.QuestionnaireUnknown());
        var answers = StatementRules.Read(request.Answers, questionnaire);
        return request.Anonymous ? WithoutName(request, questionnaire, answers, context.CancellationToken) : WithName(request, questionnaire, answers, context.CancellationToken);
    }

    async Task<Proto.RecordStatementResponse> WithName(Proto.RecordStatementRequest request, Questionnaire questionnaire, IReadOnlyDictionary<string, StatementAnswer> answers, CancellationToken cancel)
    {
        var declaredOn = Read.Day(request.DeclaredOn, "declared_on");
        var languages = Contracts.Languages.Read(request.Languages, "languages");
        var contract = await FindContract(Read.Id(request.ContractId, "contract_id"), cancel);
        if (declaredOn > clock.TodayIn(contract.Origin))
            throw Refuse.NotNow(Problems.DeclarationInFuture());

        var declaration = new Declaration
        {
            Id = Guid.CreateVersion7(),
            ContractId = contract.Id,
            WorkerNumber = contract.WorkerNumber,
            Country = contract.Country,
            DeclaredOn = declaredOn,
            Languages = languages,
            HoldsOwnPapers = answers.Said("HOLDS_OWN_PAPERS"),
            OwesRecruiter = answers.Said("OWES_RECRUITER"),
            BorrowedToPay = answers.Said("BORROWED_TO_PAY"),
            FreeToLeave = answers.Said("FREE_TO_LEAVE"),
            HasCopy = answers.Said("HAS_COPY"),
            KnowsComplaintChannel = answers.Said("KNOWS_COMPLAINT_CHANNEL"),
            CostsComplete = answers.Said("COSTS_COMPLETE"),
            RecordedAt = clock.GetUtcNow(),
            Questionnaire = questionnaire.Version,
            Answers = answers,
            TakenBy = Taker,
            Organisation = call.Caller.Organisation,
        };

        await Add(declaration, contract, cancel);
        call.Disclose(contract.WorkerNumber, "declaration");
        return await db.Commit(new Proto.RecordStatementResponse { StatementId = declaration.Id.ToString() }, cancel);
    }

    /// <summary>No event and no id: both would tell when, and the kept answer would tie the id to the account. A kept hash of the answers would tie them to it as well.</summary>
    async Task<Proto.RecordStatementResponse> WithoutName(Proto.RecordStatementRequest request, Questionnaire questionnaire, IReadOnlyDictionary<string, StatementAnswer> answers, CancellationToken cancel)
    {
        if (request.ContractId.Length > 0)
            throw Refuse.Invalid(StatementProblems.AnonymousWithContract());
        var agencyId = Read.Id(request.AgencyId, "agency_id");
        var destination = Read.Country(request.Destination, "destination");
        var country = await db.Agencies.Where(a => a.Id == agencyId).Select(a => a.Country).SingleOrDefaultAsync(cancel) ?? throw Refuse.NotFound(Problems.AgencyNotFound());
        call.MustReach(new() { Countries = [country, destination], Worker = call.Caller.Worker }, Problems.AgencyNotFound());
        if (call.Caller.Worker is { } worker)
        {
            string[] numbers = [.. await db.NumbersOf(worker, cancel)];
            if (!await db.Contracts.AnyAsync(c => numbers.Contains(c.WorkerNumber) && c.AgencyId == agencyId && c.Destination == destination, cancel))
                throw Refuse.NotNow(StatementProblems.NotThroughAgency());
        }

        var today = clock.TodayIn(country);
        db.AnonymousStatements.Add(new()
        {
            AgencyId = agencyId,
            Destination = destination,
            Questionnaire = questionnaire.Version,
            Answers = answers,
            TakenBy = Taker,
            RecordedMonth = new(today.Year, today.Month, 1),
        });
        call.KeepNoHash();
        return await db.Commit(new Proto.RecordStatementResponse(), cancel);
    }
}
