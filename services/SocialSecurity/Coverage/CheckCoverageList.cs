using Gms.Platform;
using Gms.SocialSecurity.Schemes;
using Grpc.Core;
using Proto = Gms.SocialSecurity.V1;
using TypeProto = Gms.Type.V1;

namespace Gms.SocialSecurity.Coverage;

partial class CoverageService
{
    const int MostInAPiece = 1000;

    public override async Task CheckCoverageList(
        IAsyncStreamReader<Proto.CheckCoverageListRequest> requestStream, IServerStreamWriter<Proto.CheckCoverageListResponse> responseStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        if (!await requestStream.MoveNext(cancel))
            throw Refuse.Invalid(Problems.ListSize(MostInAPiece));
        do
            await responseStream.WriteAsync(await OfPiece(requestStream.Current, cancel), cancel);
        while (await requestStream.MoveNext(cancel));
    }

    async Task<Proto.CheckCoverageListResponse> OfPiece(Proto.CheckCoverageListRequest piece, CancellationToken cancel)
    {
        var job = ReadJob(piece.Country, piece.EmploymentType, piece.Channel, piece.Nationality, piece.Day);
        if (piece.WorkerNumbers.Count is 0 or > MostInAPiece)
            throw Refuse.Invalid(Problems.ListSize(MostInAPiece));
        call.MustReach(Reach.Country(job.Country), "country");

        var numbers = piece.WorkerNumbers.Select(text => ReadNumber(text)).ToList();
        var insured = await records.Of(numbers.OfType<string>(), cancel);
        var response = new Proto.CheckCoverageListResponse();
        foreach (var number in numbers)
            response.Answers.Add(number is null ? new() { Problem = NumberMalformed } : Short(number, plans.Of(job.Of(number), call.Caller.ShownOnly()), insured.GetValueOrDefault(number, [])));
        foreach (var number in numbers.OfType<string>().Concat(insured.Values.SelectMany(own => own).Select(i => i.WorkerNumber)).Distinct())
            call.Disclose(number, "coverage");
        return response;
    }

    /// <summary>Null for what is no number: that is this worker's answer, and leaves the others as they are.</summary>
    static string? ReadNumber(string text)
    {
        try
        {
            return Read.WorkerNumber(text, "worker_numbers");
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    static Proto.CoverageListAnswer Short(string number, Plan plan, IReadOnlyList<Insured> insured)
    {
        var positions = plan.Positions(insured);
        var answer = new Proto.CoverageListAnswer { WorkerNumber = number, CompulsorySchemes = ObligationRules.OutcomeToDepart(ObligationRules.Of(positions)) };
        foreach (var (branch, best) in plan.Best(positions))
            if (best is not null || branch != Branch.Funeral)
                answer.Branches.Add(CoverageProto.Short(branch, best));
        return answer;
    }

    static readonly TypeProto.Problem NumberMalformed = Statuses.ToProto(PlatformProblems.WorkerNumberMalformed("worker_numbers"));
}
