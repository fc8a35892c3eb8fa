// The amounts of an invoice add up to the cent, and its kind and references fit; each identity is broken here by one
// cent.

#include <gtest/gtest.h>

#include "message/sound_messages.hpp"

namespace {

using namespace esppadom;
using namespace sound;

std::string bill_after(const std::function<void(invoice&)>& change) { return found_after(bill(), change); }

TEST(line_amounts, add_up) {
  EXPECT_EQ(bill_after([](invoice& m) { m.lines[1].surcharge_total = euros(501); }), "042 lines[2].surcharge_total");
  EXPECT_EQ(bill_after([](invoice& m) { m.lines[1].surcharge_total.reset(); }), "042 lines[2].surcharge_total");
  EXPECT_EQ(bill_after([](invoice& m) { m.lines[0].surcharge_total = euros(0); }), "");
  EXPECT_EQ(bill_after([](invoice& m) { m.lines[0].participation_total = euros(2138); }),
            "042 lines[1].participation_total");
  EXPECT_EQ(bill_after([](invoice& m) { m.lines[0].amounts[0].amount.reset(); }), "084 lines[1].amounts[1]");
}

TEST(line_amounts, are_what_quantity_and_tariff_make) {
  const auto share = [](std::int64_t cents) {
    return bill_after([&](invoice& m) {
      m.lines[0].funder_share = euros(13569 + cents);
      for (amount* one : {&m.line_total, &m.tax_basis_total, &m.grand_total, &m.due_payable, &m.taxes[0].basis_amount})
        *one = euros(16160 + cents);
    });
  };
  EXPECT_EQ(share(2), "") << "a cent of the line and one of its visit";
  EXPECT_EQ(share(3), "112 lines[1].funder_share");
  EXPECT_EQ(share(-3), "112 lines[1].funder_share");
  EXPECT_EQ(bill_after([](invoice& m) { m.lines[0].tariff_basis = measure{{60, 0}, "MIN"}; }), "");
  EXPECT_EQ(bill_after([](invoice& m) {
              m.lines[0].tariff_basis = measure{{30, 0}, "MIN"};
            }),
            "112 lines[1].funder_share");
  EXPECT_EQ(bill_after([](invoice& m) {
              m.lines[1].billed_quantity = {{1, 0}, "C62"};
              m.lines[1].tariff_basis = measure{{1, 0}, "C62"};
            }),
            "");
  EXPECT_EQ(bill_after([](invoice& m) {
              m.lines[1].billed_quantity = {{2, 0}, "C62"};
              m.lines[1].tariff_basis = measure{{1, 0}, "C62"};
            }),
            "112 lines[2].funder_share");
  EXPECT_EQ(bill_after([](invoice& m) { m.lines[1].billed_quantity = {}; }),
            "001 lines[2].billed_quantity; 112 lines[2].funder_share");
}

TEST(totals, of_the_document_add_up) {
  EXPECT_EQ(bill_after([](invoice& m) { m.line_total = euros(16161); }), "042 line_total; 042 tax_basis_total");
  EXPECT_EQ(bill_after([](invoice& m) { m.tax_basis_total = euros(16161); }), "042 tax_basis_total; 042 grand_total");
  EXPECT_EQ(bill_after([](invoice& m) { m.grand_total = euros(16161); }), "042 grand_total; 042 due_payable");
  EXPECT_EQ(bill_after([](invoice& m) { m.due_payable = euros(16161); }), "042 due_payable");
  EXPECT_EQ(bill_after([](invoice& m) { m.tax_total.reset(); }), "") << "no VAT, no total";
  EXPECT_EQ(bill_after([](invoice& m) {
              m.document_amounts = {reason("PENALTY", false, 160)};
              m.allowance_total = euros(160);
              m.tax_basis_total = m.grand_total = m.due_payable = m.taxes[0].basis_amount = euros(16000);
            }),
            "");
  EXPECT_EQ(bill_after([](invoice& m) {
              m.document_amounts = {reason("PENALTY", false, 161)};
              m.allowance_total = euros(160);
              m.tax_basis_total = m.grand_total = m.due_payable = m.taxes[0].basis_amount = euros(16000);
            }),
            "042 allowance_total");
  EXPECT_EQ(bill_after([](invoice& m) { m.charge_total = euros(1); }),
            "042 charge_total; 042 tax_basis_total; "
            "106 taxes[1].basis_amount");
}

// 5.5 %: three lines of 9.48 without VAT: basis 28.44, VAT 1.5642 → 1.56, total 30.00 (messages reference,
// section 5.2).
invoice taxed(std::int64_t basis, std::int64_t vat) {
  invoice out = bill();
  const auto rate = percentage::from_e4(55'000);
  out.lines.resize(1);
  out.lines[0].amounts.clear();
  out.lines[0].participation_total.reset();
  out.lines[0].tariff = {unit_price::from_e6(9'480'000), "EUR"};
  out.lines[0].billed_quantity = {{1, 0}, "HUR"};
  out.lines[0].funder_share = euros(948);
  out.lines[0].tax = line_tax{rate, code{"S", "", ""}, {}};
  out.lines.push_back(out.lines[0]);
  out.lines.push_back(out.lines[0]);
  out.lines[1].line_id = "2";
  out.lines[2].line_id = "3";
  out.taxes[0].rate = rate;
  out.taxes[0].category_code = code{"S", "", ""};
  out.taxes[0].basis_amount = euros(basis);
  out.taxes[0].amount = euros(vat);
  out.line_total = out.tax_basis_total = euros(2844);
  out.tax_total = euros(vat);
  out.grand_total = out.due_payable = euros(2844 + vat);
  return out;
}

TEST(vat, is_computed_once_a_rate_and_half_up) {
  const auto of = [](std::int64_t basis, std::int64_t vat) { return found_after(taxed(basis, vat), [](invoice&) {}); };
  EXPECT_EQ(of(2844, 156), "");
  EXPECT_EQ(of(2844, 157), "107 taxes[1].amount");
  EXPECT_EQ(of(2843, 156), "106 taxes[1].basis_amount");
  EXPECT_EQ(found_after(taxed(2844, 156), [](invoice& m) { m.tax_total.reset(); }), "042 tax_total; 042 grand_total");
}

TEST(vat, half_a_cent_is_rounded_up) {
  EXPECT_EQ(detail::tax_at(money::from_cents(1000), percentage::from_e4(5'500)), money::from_cents(6)) << "5.5 cents";
  EXPECT_EQ(detail::tax_at(money::from_cents(999), percentage::from_e4(5'500)), money::from_cents(5));
  EXPECT_EQ(detail::tax_at(money::from_cents(2853), percentage::from_e4(55'000)), money::from_cents(157)) << "1.56915";
}

TEST(vat, rates_and_categories_fit_each_other) {
  const auto after = [](const std::function<void(invoice&)>& change) { return found_after(taxed(2844, 156), change); };
  EXPECT_EQ(after([](invoice& m) { m.taxes[0].category_code = code{"Z", "", ""}; }), "110 taxes[1].category_code");
  EXPECT_EQ(after([](invoice& m) {
              m.lines[1].tax->category_code = code{"E", "", ""};
            }),
            "110 lines[2].tax.category_code");
  EXPECT_EQ(after([](invoice& m) { m.taxes[0].category_code = code{"AA", "", ""}; }), "");
  EXPECT_EQ(after([](invoice& m) { m.lines[1].tax->rate = percentage::from_percent(20); }),
            "109 lines[2].tax.rate; 106 taxes[1].basis_amount");
  EXPECT_EQ(after([](invoice& m) { m.taxes.push_back(m.taxes[0]); }), "042 tax_total; 108 taxes[2]");
  EXPECT_EQ(bill_after([](invoice& m) { m.taxes[0].exemption_reason = " "; }), "111 taxes[1].exemption_reason");
  EXPECT_EQ(bill_after([](invoice& m) { m.taxes[0].category_code = code{"H", "", ""}; }), "110 taxes[1].category_code");
}

TEST(signs, are_in_the_type_and_amounts_positive) {
  EXPECT_EQ(bill_after([](invoice& m) {
              m.type_code.value = "381";
              m.corrected_invoice = corrected_invoice_ref{"F-0", std::nullopt, {}};
              m.credit_reason_code = code{"CORRECTION", "LIBE_MOTIF_AVOIR", "LIBESPPADOM"};
            }),
            "");
  EXPECT_EQ(bill_after([](invoice& m) {
              m.prepaid_total = euros(20000);
              m.due_payable = euros(-3840);
            }),
            "043 due_payable");
  EXPECT_EQ(bill_after([](invoice& m) { m.lines[0].tax_total = euros(-1); }), "043 due_payable");
}

TEST(document_kind, is_known_and_refers_to_what_it_changes) {
  const auto kind = [](const char* type, const char* subtype, const char* refers) {
    return bill_after([&](invoice& m) {
      m.type_code.value = type;
      if (*subtype != '\0') m.subtype_code = code{subtype, "LIBE_NATURE_FACTURE", "LIBESPPADOM"};
      if (*refers != '\0') m.corrected_invoice = corrected_invoice_ref{refers, std::nullopt, {}};
    });
  };
  EXPECT_EQ(kind("380", "PRINCIPALE", ""), "");
  EXPECT_EQ(kind("325", "", ""), "");
  EXPECT_EQ(kind("999", "", ""), "100 type_code");
  EXPECT_EQ(kind("380", "COMPLEMENTAIRE", "F-0"), "");
  EXPECT_EQ(kind("380", "COMPLEMENTAIRE", ""), "101 subtype_code");
  EXPECT_EQ(kind("381", "", ""), "102 corrected_invoice; 103 credit_reason_code");
  EXPECT_EQ(kind("380", "", "F-0"), "104 corrected_invoice");
  EXPECT_EQ(kind("384", "", "F-0"), "104 corrected_invoice");
  EXPECT_EQ(kind("380", "COMPLEMENTAIRE", "F-1"), "105 corrected_invoice.invoice_id");
}

TEST(lines, stand_within_their_invoice) {
  EXPECT_EQ(bill_after([](invoice& m) { m.beneficiary = somebody("B-1"); }), "");
  EXPECT_EQ(bill_after([](invoice& m) {
              m.beneficiary = somebody("B-1");
              m.lines[1].beneficiary = somebody("B-2");
            }),
            "113 lines[2].beneficiary");
  EXPECT_EQ(bill_after([](invoice& m) { m.lines[1].delivery_refs.clear(); }), "114 lines");
  const auto period = [](const char* from, const char* to) {
    return bill_after([&](invoice& m) { m.lines[0].billing_period = instant_period{at(from), at(to), {}}; });
  };
  EXPECT_EQ(period("2026-03-01T00:00:00", "2026-03-31T00:00:00"), "");
  EXPECT_EQ(period("2026-02-28T00:00:00", "2026-03-31T00:00:00"), "115 lines[1].billing_period");
  EXPECT_EQ(bill_after([](invoice& m) { m.billing_period = {}; }), "001 billing_period.start; 001 billing_period.end");
  EXPECT_EQ(bill_after([](invoice& m) { m.lines[1].line_id = "1"; }), "040 lines[2].line_id");
}

}  // namespace
