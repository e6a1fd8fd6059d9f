using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Documents;

public sealed class FindByDocumentTests(RegistryHost host) : IClassFixture<RegistryHost>
{
    readonly Papers _papers = new(host);

    [Fact]
    public async Task Nobody_found_is_an_answer() => Assert.Empty(await _papers.Found(Papers.Number()));

    [Fact]
    public async Task A_number_is_found_in_any_script_case_and_spacing()
    {
        var serial = Random.Shared.Next(100_000, 1_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var worker = await _papers.Enrolled();
        var request = _papers.Add(worker, $"12/OUKAMA(N){serial}", "MM_NRC");
        request.Document.Issuer = "MM";
        await _papers.Documents().AddDocumentAsync(request);

        var burmese = string.Concat(serial.Select(c => (char)('\u1040' + (c - '0'))));
        Assert.Equal(worker, Assert.Single(await _papers.Found($"၁၂/ဥကမ(နိုင်){burmese}", "MM_NRC", "MM")).WorkerNumber);
        Assert.Equal(worker, Assert.Single(await _papers.Found($"12 / ouKaMa (naing) {serial}", "MM_NRC", "MM")).WorkerNumber);
        Assert.Empty(await _papers.Found($"12/OUKAMA(N){serial}", "MM_NRC", "TH"));
    }

    [Fact]
    public async Task Of_a_worker_held_elsewhere_only_the_country_is_told_and_that_too_is_disclosed()
    {
        var number = Papers.Number();
        var worker = await _papers.Enrolled(number);
        var khmer = new Proto.Documents.DocumentsClient(host.As(Who.Is(Role.BorderOfficer, "KH"), "border-control"));

        var found = Assert.Single((await khmer.FindByDocumentAsync(new() { Kind = "PASSPORT", Issuer = "LA", Number = number })).Records);

        Assert.Equal(("", "LA", ""), (found.WorkerNumber, found.Country, found.DocumentId));
        Assert.Equal(["country"], await Disclosed(worker, "border-officer@KH"));
    }

    [Fact]
    public async Task What_is_told_of_one_s_own_country_s_worker_is_disclosed()
    {
        var number = Papers.Number();
        var worker = await _papers.Enrolled(number);
        var border = new Proto.Documents.DocumentsClient(host.As(Who.Is(Role.BorderOfficer, "LA"), "border-control"));

        await border.FindByDocumentAsync(new() { Kind = "PASSPORT", Issuer = "LA", Number = number });

        Assert.Equal(["worker_number country document"], await Disclosed(worker, "border-officer@LA"));
    }

    [Theory]
    [InlineData("kind", "", "LA", "1")]
    [InlineData("issuer", "PASSPORT", "", "1")]
    [InlineData("number", "PASSPORT", "LA", "-")]
    public async Task What_cannot_be_looked_for_is_refused_with_its_field(string field, string kind, string issuer, string number) => Assert.Equal([field],
        await Refused.Fields(StatusCode.InvalidArgument, () => _papers.Documents().FindByDocumentAsync(new() { Kind = kind, Issuer = issuer, Number = number })));

    Task<List<string>> Disclosed(string worker, string account) => host.Db(db => db.Database
        .SqlQuery<string>($"SELECT fields AS \"Value\" FROM audit WHERE subject = {worker} AND account = {account}").ToListAsync());
}
