import type { CueWords } from './cue-words.ts';

export const vi: CueWords = {
  positive:
    'tuyệt vời|xuất sắc|tốt|rất tốt|tốt nhất|mạnh mẽ|đáng tin cậy|tin cậy|dễ sử dụng|dễ dùng|dễ|đơn giản|tiện lợi|nhanh|nhanh chóng|rẻ|giá rẻ|giá tốt|phải chăng|hợp lý|tiết kiệm|bền|bền bỉ|chất lượng cao|chất lượng|linh hoạt|đầy đủ|toàn diện|sáng tạo|hàng đầu|phổ biến|được yêu thích|ưa chuộng|nổi bật|hoàn hảo|lý tưởng|phù hợp|an toàn|chính xác|thoải mái|đẹp|yên tĩnh|êm|ưu điểm|lợi thế|điểm mạnh|hài lòng|khen ngợi|khen|mượt|ổn định|trực quan|đáng tiền|ít hỏng|ít lỗi|ít hỏng vặt|giữ giá|màn hình đẹp|giá hợp lý|uy tín|pin trâu|pin lâu|sắc nét|nhẹ|yêu thích|chắc chắn|đáng tin|đa dạng|phong phú|nhiệt tình|chu đáo|được khen|được đánh giá cao|yên tâm|nhiều mã giảm giá|nhiều ưu đãi|miễn phí|lắp đặt miễn phí',
  negative:
    'tồi|tệ nhất|chậm|đắt đỏ|đắt tiền|giá cao|phức tạp|khó|khó sử dụng|hạn chế|giới hạn|vấn đề|nhược điểm|điểm yếu|bất lợi|thất vọng|gây thất vọng|phàn nàn|khiếu nại|chỉ trích|lỗi thời|nặng|ồn ào|nguy hiểm|lừa đảo|phí ẩn|bất tiện|gặp sự cố|sự cố|treo máy|khó chịu|nóng máy|chậm trễ|giá quá cao|quá cao|quá đắt|giật|hao pin|pin yếu|nhanh hết pin|hay hỏng|khó dùng|quảng cáo|chờ lâu|giao chậm|rủi ro|nhiều lỗi|hay lỗi|dính lỗi|quá cũ|rất tệ|quá yếu|giá đắt|đắt hơn|kém bền|kém ổn định|kém hơn|máy nóng|bị lag|dễ hỏng|bị hỏng|đắt|trễ|giao trễ|hàng giả|hàng nhái|kém|rườm rà|ồn|nhanh hỏng|phí cao|thái độ|cũ kỹ|lạc hậu|hết hàng|hay hết hàng|giá cước cao|cước cao|chi phí cao|giá thành cao|cước phí cao|giá hơi cao|giá khá cao',
  lack: 'thiếu|không có',
  negation: 'không|chưa|chẳng|không hề|không phải|hiếm khi',
  negationAfter: '_',
  contrast: 'nhưng|tuy nhiên|trong khi|mặc dù|dù|ngược lại|song|còn',
  recommend:
    'khuyên dùng|đề xuất|giới thiệu|khuyến nghị|nên chọn|nên mua|hãy chọn|lựa chọn tốt|lựa chọn tốt nhất|lựa chọn hàng đầu|lựa chọn tuyệt vời|lựa chọn lý tưởng|đáng mua|đáng cân nhắc|phù hợp với|lý tưởng cho|đáng để|tốt nhất|phù hợp nhất|phù hợp cho',
  warn: 'không khuyên|không nên|tránh|nên tránh|không đáng|đừng mua|không phù hợp|không đề xuất|không khuyến nghị|cẩn thận|tránh xa|hãy tránh|không nên mua|không nên chọn|cân nhắc kỹ|không đáng tiền',
  best: 'tốt nhất|hàng đầu|đề xuất|gợi ý|lựa chọn|nổi bật|đáng',
  ordinal: 'thứ nhất|thứ hai|đầu tiên',
  pronouns: 'nó|đây|ưu điểm|nhược điểm|giá|ngoài ra',
  compare: 'hơn|so với|thay vì|thua|vượt|kém|ăn đứt|bỏ xa|đánh bại|không bằng|nên chọn|nên mua',
  absent: 'nhắc|nói|tồn tại|thương hiệu|công ty|quen thuộc|có thật|thông tin|tìm thấy|biết|dữ liệu|đề cập|kết quả|nghe|chưa',
  ignore:
    'không chỉ|không có vấn đề|không gặp vấn đề|giải quyết vấn đề|không đắt|không khó|không nghi ngờ|ngân sách hạn chế|ngân sách eo hẹp|ngân sách hạn hẹp|ngân sách có hạn',
  fact: 'thành lập|trụ sở|ra mắt|cung cấp|bán|sản xuất|phát triển|công ty|thương hiệu|hãng|nền tảng|giá|đồng|usd|mỗi tháng|mỗi năm|phiên bản|mẫu|bao gồm|hỗ trợ|có sẵn|sử dụng|quốc gia|cửa hàng|triệu|tỷ|hiện nay|hiện tại|là một|cả hai|năm',
  pro: 'ưu điểm|điểm mạnh|điểm cộng|✅',
  con: 'nhược điểm|điểm yếu|điểm trừ|hạn chế|❌',
};
