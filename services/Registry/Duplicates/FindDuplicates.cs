using Gms.Platform;
using Gms.Registry.Workers;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Duplicates;

partial class DuplicatesService
{
    public override async Task<Proto.FindDuplicatesResponse> FindDuplicates(Proto.FindDuplicatesRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Platform.Reach.Country(country), "country");
        var document = documents.ReadOptional(request.Document, "document");
        var person = new PersonFacts
        {
            Country = country,
            Names = [.. request.Names.Select(PersonIntake.ReadName).Select(n => n.Full)],
            BirthDate = Read.PartialDay(request.BirthDate, "birth_date"),
            Sex = Read.Value<Proto.Sex, Sex>(request.Sex, "sex"),
            Nationality = Read.OptionalAnyCountry(request.Nationality, "nationality"),
            Province = people.ReadProvince(request.Province, "province"),
            FatherNames = WorkerFacts.Known(Read.OptionalText(request.FatherName, "father_name")),
            MotherNames = WorkerFacts.Known(Read.OptionalText(request.MotherName, "mother_name")),
            Documents = [.. WorkerFacts.Of(document, cipher)],
            Contacts = people.Hashes(people.ReadOptional(request.ContactFacts, "contact_facts")),
        };
        if (person.Names.Count == 0)
            throw Refuse.Invalid(PlatformProblems.FieldRequired("names"));

        var found = (await search.Find([matcher.Seek(person)], context.CancellationToken))[0];
        foreach (var candidate in found)
            call.Disclose(candidate.WorkerNumber!, "duplicate");
        return new() { Candidates = { found.Select(c => c.ToProto()) } };
    }
}
