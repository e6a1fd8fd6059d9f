using Gms.Imports.V1;
using Gms.Recruitment.V1;
using Gms.Registry.V1;
using Gms.SocialSecurity.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Gms.Portal.Uploads;

/// <summary>What an office sends as a file, and which call takes it. The texts of a kind are upload.NAME.….</summary>
/// <param name="Name">As addresses say it.</param>
/// <param name="Service">The service that takes it.</param>
/// <param name="Purpose">For which its rows are sent and its report read.</param>
/// <param name="Permission">Who may send it.</param>
/// <param name="Columns">The columns that the file's first line names; those that may be left out stand last.</param>
/// <param name="Send">Sends it, the header first.</param>
sealed record UploadKind(string Name, string Service, string Purpose, string Permission, string Columns, Func<CallInvoker, ImportHeader, Stream, CancellationToken, Task> Send)
{
    /// <summary>The services take up to 1 MiB at a time.</summary>
    const int Piece = 64 * 1024;

    public static IReadOnlyList<UploadKind> All { get; } =
    [
        new("filings", "SocialSecurity", "social-security", "contributions.import",
            "worker_number, scheme, employer, month, currency, employee_paid, employer_paid, wage, correction",
            async (to, header, file, cancel) =>
            {
                using var call = new Contributions.ContributionsClient(to).ImportFilingsCsv(cancellationToken: cancel);
                await Sent(call, new() { Header = header }, piece => new() { Content = piece }, file, cancel);
            }),
        new("costs", "Recruitment", "recruitment", "costs.import",
            "contract_id, item, payer, payee, amount_minor, amount_currency, paid_on, receipt_reference, stated_by, equivalent_minor, equivalent_currency, nothing_paid, replaces, correction_reason",
            async (to, header, file, cancel) =>
            {
                using var call = new Costs.CostsClient(to).ImportCostsCsv(cancellationToken: cancel);
                await Sent(call, new() { Header = header }, piece => new() { Content = piece }, file, cancel);
            }),
        new("contracts", "Recruitment", "recruitment", "contracts.import",
            "worker_number, employer_id, origin, destination, channel, occupation, employment_type, starts_on, ends_on, signed_on, languages, wage_minor, wage_currency, wage_period, hours_per_week, days_per_week, job_order_id, agency_id, contract_id, document_reference, workplace, deduction_minor, deduction_currency, housing, insurance_stated, notice_days, leaving_penalty, return_travel_paid_by, complaint_channel_named",
            async (to, header, file, cancel) =>
            {
                using var call = new Contracts.ContractsClient(to).ImportContractsCsv(cancellationToken: cancel);
                await Sent(call, new() { Header = header }, piece => new() { Content = piece }, file, cancel);
            }),
        new("workers", "Registry", "enrolment", "workers.import",
            "name, birth_date, sex, document_kind, document_issuer, document_number, nationality, document_valid_until, document_valid_from, document_authority, name_script, family_name, given_name, name_2, name_2_script, name_3, name_3_script, province, father_name, mother_name, phone, languages, home_address",
            async (to, header, file, cancel) =>
            {
                using var call = new Workers.WorkersClient(to).ImportWorkersCsv(cancellationToken: cancel);
                await Sent(call, new() { Header = header }, piece => new() { Content = piece }, file, cancel);
            }),
    ];

    public static UploadKind? Find(string? name) => All.FirstOrDefault(k => k.Name == name);

    /// <summary>A service that refuses the file answers before it is all sent: then its refusal is told, not that the line is closed.</summary>
    static async Task Sent<TRequest, TResponse>(AsyncClientStreamingCall<TRequest, TResponse> call, TRequest header, Func<ByteString, TRequest> part, Stream file, CancellationToken cancel)
    {
        try
        {
            await call.RequestStream.WriteAsync(header, cancel);
            var piece = new byte[Piece];
            while (await file.ReadAtLeastAsync(piece, Piece, throwOnEndOfStream: false, cancel) is > 0 and var read)
                await call.RequestStream.WriteAsync(part(ByteString.CopyFrom(piece, 0, read)), cancel);
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception closed) when (closed is InvalidOperationException or RpcException)
        {
            await call.ResponseAsync;
            throw;
        }
        await call.ResponseAsync;
    }
}
