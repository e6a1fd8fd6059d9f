using Gms.Platform;
using Grpc.Core;
using Types = Gms.Type.V1;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Outreach;

partial class OutreachService
{
    public override async Task<Proto.CompareStatedResponse> CompareStated(Proto.CompareStatedRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var ofCountry = stated.Programmes.Where(p => p.Country is null || p.Country == country).ToList();
        var programme = request.Programme.Length == 0 ? null : Read.Code(request.Programme, "programme", [.. ofCountry.Select(p => p.Id)]);
        var answer = new Proto.CompareStatedResponse();
        foreach (var told in ofCountry.Where(p => programme is null || p.Id == programme))
        {
            var records = await ProgrammeRecords.Read(db, country, told, context.CancellationToken);
            answer.Figures.AddRange(told.Figures.Select(f => ToProto(f, records.Compute(f))));
        }
        return answer;
    }

    static Proto.StatedFigure ToProto(StatedFigure figure, string? computed) => new()
    {
        Code = figure.Code,
        Title = figure.Title,
        Statements = { figure.Statements.Select(s => new Proto.Statement { Value = s.Value, Quotation = s.Quotation, Source = new Types.Source { Rule = figure.Code, Text = s.Source, Confidence = s.Confidence } }) },
        Computed = computed ?? "",
        Agreement = ToProto(figure.Against(computed)),
        Note = figure.Note ?? "",
    };

    static Proto.Agreement ToProto(Agreement agreement) => agreement switch
    {
        Agreement.Agrees => Proto.Agreement.Agrees,
        Agreement.Differs => Proto.Agreement.Differs,
        Agreement.NotRecorded => Proto.Agreement.NotRecorded,
        Agreement.NotStated => Proto.Agreement.NotStated,
        Agreement.TextsDiffer => Proto.Agreement.TextsDiffer,
    };
}
