using System.Text.Json;
using Gms.Platform;
using Gms.Registry.Workers;
using Gms.Type.V1;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Corrections;

/// <summary>The value of one fact of a person: read from a request or a record, put on a record, written as JSON for its encrypted column.</summary>
abstract record FactValue(CorrectedFact Fact)
{
    public sealed record Names(IReadOnlyList<NameValue> All) : FactValue(CorrectedFact.Names)
    {
        public bool Equals(Names? other) => other is not null && All.SequenceEqual(other.All);

        public override int GetHashCode() => All.Count;

        public override void PutOn(Worker worker) => worker.Rename([.. All.Select((n, i) => new WorkerName { Position = i, Full = n.Full, Family = n.Family, Given = n.Given, Script = n.Script })]);
    }

    public sealed record NameValue(string Full, string? Family, string? Given, string Script);

    public sealed record BirthDate(string Date) : FactValue(CorrectedFact.BirthDate)
    {
        public override void PutOn(Worker worker) => worker.BirthDate = PartialDate.Parse(Date);
    }

    public sealed record Sex(Workers.Sex Value) : FactValue(CorrectedFact.Sex)
    {
        public override void PutOn(Worker worker) => worker.Sex = Value;
    }

    public sealed record Nationality(string? Country, bool Stateless) : FactValue(CorrectedFact.Nationality)
    {
        public override void PutOn(Worker worker) => (worker.Nationality, worker.Stateless) = (Country, Stateless);
    }

    public abstract void PutOn(Worker worker);

    /// <summary>The value that the record has of the same fact.</summary>
    public static FactValue Of(Worker worker, CorrectedFact fact) => fact switch
    {
        CorrectedFact.Names => new Names([.. worker.Names.OrderBy(n => n.Position).Select(n => new NameValue(n.Full, n.Family, n.Given, n.Script))]),
        CorrectedFact.BirthDate => new BirthDate(worker.BirthDate.ToString()),
        CorrectedFact.Sex => new Sex(worker.Sex),
        CorrectedFact.Nationality => new Nationality(worker.Nationality, worker.Stateless),
    };

    public static FactValue Read(Proto.FactValue? sent) => sent?.ValueCase switch
    {
        Proto.FactValue.ValueOneofCase.Names => new Names([.. sent.Names.Names.Select((n, i) => PersonIntake.ReadName(n, i, "value.names.names")).Select(n => new NameValue(n.Full, n.Family, n.Given, n.Script))]),
        Proto.FactValue.ValueOneofCase.BirthDate => new BirthDate(Platform.Read.PartialDay(sent.BirthDate, "value.birth_date").ToString()),
        Proto.FactValue.ValueOneofCase.Sex => new Sex(Platform.Read.Value<Proto.Sex, Workers.Sex>(sent.Sex, "value.sex")),
        Proto.FactValue.ValueOneofCase.Nationality => new Nationality(Platform.Read.OptionalAnyCountry(sent.Nationality.Nationality, "value.nationality.nationality"), sent.Nationality.Stateless),
        _ => throw Refuse.Invalid(PlatformProblems.FieldRequired("value")),
    };

    public Proto.FactValue ToProto() => this switch
    {
        Names names => new() { Names = new() { Names = { names.All.Select(n => new PersonName { Full = n.Full, Family = n.Family ?? "", Given = n.Given ?? "", Script = n.Script }) } } },
        BirthDate date => new() { BirthDate = PartialDate.Parse(date.Date).ToProto() },
        Sex sex => new() { Sex = sex.Value.ToProto() },
        Nationality nationality => new() { Nationality = new() { Nationality = nationality.Country ?? "", Stateless = nationality.Stateless } },
        _ => throw new InvalidOperationException($"{GetType().Name} is no fact."),
    };

    public string ToJson() => JsonSerializer.Serialize(this, GetType());

    public static FactValue FromJson(string json, CorrectedFact fact) => fact switch
    {
        CorrectedFact.Names => JsonSerializer.Deserialize<Names>(json)!,
        CorrectedFact.BirthDate => JsonSerializer.Deserialize<BirthDate>(json)!,
        CorrectedFact.Sex => JsonSerializer.Deserialize<Sex>(json)!,
        CorrectedFact.Nationality => JsonSerializer.Deserialize<Nationality>(json)!,
    };
}
